using System.Text.Json;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>The JSON contract of every content file and of published data, generated at compile time and strict by default.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, MaxDepth = ContentLimits.JsonDepth,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(NetworkFile))]
[JsonSerializable(typeof(GlossaryFile))]
[JsonSerializable(typeof(PagesFile))]
[JsonSerializable(typeof(DayFile))]
[JsonSerializable(typeof(ProgrammeFile))]
[JsonSerializable(typeof(TopicsFile))]
[JsonSerializable(typeof(QuotesFile))]
[JsonSerializable(typeof(QuestionsFile))]
[JsonSerializable(typeof(CodexFile))]
[JsonSerializable(typeof(InquiryFile))]
[JsonSerializable(typeof(TablesFile))]
[JsonSerializable(typeof(CoatRackFile))]
[JsonSerializable(typeof(ResourcesFile))]
[JsonSerializable(typeof(SourcesFile))]
[JsonSerializable(typeof(CorrectionsFile))]
[JsonSerializable(typeof(TranslationsFile))]
[JsonSerializable(typeof(PublishedFile))]
internal sealed partial class ContentJsonContext : JsonSerializerContext;
