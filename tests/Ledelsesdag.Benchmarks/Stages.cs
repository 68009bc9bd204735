using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Ledelsesdag.Content;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// Each stage by itself, compiled and warm. The bare deserialisation of the published data is what loading and validating the
/// same bytes is held against; the folder has a bare reading of its own.
/// </summary>
/// <remarks>
/// Bare is what System.Text.Json makes of the bytes by the library's own generated contract, and nothing more: a Markdown text is
/// a string then, although the contract, as the library uses it, has the texts of topics and pages parsed on the way.
/// </remarks>
[MemoryDiagnoser]
public class Stages
{
    private const string FolderVariable = "LEDELSESDAG_STAGES_OF";

    private static readonly JsonTypeInfo<PublishedFile> Bare = (JsonTypeInfo<PublishedFile>)new JsonSerializerOptions(ContentJsonContext.Default.Options)
    {
        Converters = { new UnparsedProse() },
        TypeInfoResolver = ContentJsonContext.Default,
    }.GetTypeInfo(typeof(PublishedFile));

    private readonly string _output = Path.Combine(Path.GetTempPath(), $"ledelsesdag-stages-{Environment.ProcessId}");
    private readonly SiteAddress _address = new(new Uri("https://example.org/"), "/");
    private string _input = "";
    private byte[] _published = [];
    private ImmutableArray<(string File, JsonTypeInfo? Type)> _inputFiles;
    private Network _network = null!;
    private SiteAssets _assets = null!;
    private UiStringsCatalogue _strings = null!;
    private SiteMap _map = null!;
    private Look _look = null!;
    private ImmutableArray<OutputFile> _files;
    private ImmutableArray<OutputFile> _cards;

    /// <summary>Measures the stages of the content in a folder.</summary>
    internal static void Run(string content)
    {
        Environment.SetEnvironmentVariable(FolderVariable, Path.GetFullPath(content));
        // In this process: nothing is built, and the settings are those of the benchmarks. A fixed number of looks, for on a machine that others use, too,
        // no mean gets as sure as BenchmarkDotNet would have it.
        BenchmarkRunner.Run<Stages>(ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.Default.WithWarmupCount(5).WithIterationCount(20).WithToolchain(InProcessEmitToolchain.Instance)));
    }

    /// <summary>Makes what each stage begins with.</summary>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _input = Environment.GetEnvironmentVariable(FolderVariable)!;
        _network = NetworkLoader.Load(_input).Network ?? throw new InvalidDataException($"{_input} has errors; 'check' lists them.");
        using var published = new MemoryStream();
        await NetworkWriter.WriteAsync(_network, published);
        _published = published.ToArray();
        _inputFiles = [.. Directory.EnumerateFiles(_input, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".json" || (Path.GetExtension(file) is ".md" && Path.GetFileName(file) is not "README.md"))
            .Select(file => (file, TypeOf(Path.GetFileName(file))))];
        _assets = SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules);
        _strings = UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder);
        _map = Plan();
        var theme = _assets.ReadTheme().Theme!;
        var cards = new CardPress().Prepare(_map.Pages.Select(page => Card.Of(page, _map)).OfType<Card>(), theme);
        _cards = [.. cards.Values];
        _files = (await Site.SiteBuilder.BuildAsync(_network, _address, _assets, _strings)).Files;
        _look = new(theme, cards.ToDictionary(card => card.Key, card => "/" + card.Value.Path))
        {
            Offline = _files.ToDictionary(file => "/" + file.Path, file => file.IsNamedAfterItsContent ? 0 : file.Content.Length),
        };
        Write();
    }

    /// <summary>Removes what was written.</summary>
    [GlobalCleanup]
    public void Clear() => Directory.Delete(_output, recursive: true);

    /// <summary>System.Text.Json alone, by generated code, on the published data.</summary>
    [Benchmark(Baseline = true)]
    public object? Deserialise() => JsonSerializer.Deserialize(_published, Bare);

    /// <summary>Loading and validating the same bytes.</summary>
    [Benchmark]
    public async Task<LoadResult> LoadPublishedAsync() => await NetworkLoader.LoadAsync(new MemoryStream(_published));

    /// <summary>The folder's files alone: read, JSON deserialised by generated code, Markdown decoded.</summary>
    [Benchmark]
    public object? DeserialiseFolder()
    {
        object? last = null;
        foreach (var (file, type) in _inputFiles)
        {
            var bytes = File.ReadAllBytes(file);
            last = type is null ? Encoding.UTF8.GetString(bytes) : JsonSerializer.Deserialize(bytes, type);
        }
        return last;
    }

    /// <summary>Loading and validating the authors' folder.</summary>
    [Benchmark]
    public LoadResult LoadFolder() => NetworkLoader.Load(_input);

    /// <summary>The site as data.</summary>
    [Benchmark]
    public SiteMap Plan() => SiteMap.Plan(_network, _address, _strings);

    /// <summary>Every page.</summary>
    [Benchmark]
    public Task RenderAsync() => PageRenderer.RenderAllAsync(_map.Pages, _map, _assets.At(_address), _look, new NoOutput());

    /// <summary>Every card, on one thread.</summary>
    [Benchmark]
    public int DrawCards() => _cards.Sum(card => card.Content.Length);

    /// <summary>The words of every language.</summary>
    [Benchmark]
    public int Index() => _network.Languages.Sum(language => SearchIndexBuilder.Build(
        "search.json", language.Tag.Tag, SearchPassages.Of(_map, language.Tag), SearchVocabularies.Of(_network)).Length);

    /// <summary>The look over the whole.</summary>
    [Benchmark]
    public int CheckLinks() => LinkCheck.Of(_files, _address).Length;

    /// <summary>Writing over a site whose files are the same.</summary>
    [Benchmark]
    public void Write()
    {
        using var folder = new OutputFolder(_output, _input);
        Parallel.ForEach(_files, folder.Take);
        if (folder.Replace() is { } fault)
        {
            throw new IOException(fault.ToString());
        }
    }

    private static JsonTypeInfo? TypeOf(string fileName) => fileName switch
    {
        "network.json" => ContentJsonContext.Default.NetworkFile,
        "glossary.json" => ContentJsonContext.Default.GlossaryFile,
        "pages.json" => ContentJsonContext.Default.PagesFile,
        "translations.json" => ContentJsonContext.Default.TranslationsFile,
        "day.json" => ContentJsonContext.Default.DayFile,
        "programme.json" => ContentJsonContext.Default.ProgrammeFile,
        "topics.json" => ContentJsonContext.Default.TopicsFile,
        "quotes.json" => ContentJsonContext.Default.QuotesFile,
        "questions.json" => ContentJsonContext.Default.QuestionsFile,
        "codex.json" => ContentJsonContext.Default.CodexFile,
        "inquiry.json" => ContentJsonContext.Default.InquiryFile,
        "tables.json" => ContentJsonContext.Default.TablesFile,
        "coat-rack.json" => ContentJsonContext.Default.CoatRackFile,
        "resources.json" => ContentJsonContext.Default.ResourcesFile,
        "sources.json" => ContentJsonContext.Default.SourcesFile,
        "corrections.json" => ContentJsonContext.Default.CorrectionsFile,
        _ => null,
    };

    /// <summary>Reads the texts of topics and pages as strings, which is all that JSON knows of them, and keeps none.</summary>
    private sealed class UnparsedProse : JsonConverter<LocalizedProse>
    {
        private static readonly LocalizedProse None = new([]);

        public override LocalizedProse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.GetString();
                reader.Read();
                reader.GetString();
            }
            return None;
        }

        public override void Write(Utf8JsonWriter writer, LocalizedProse value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
