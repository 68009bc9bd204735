using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// A short text in every language of the network, written <c>{"da": "…", "en": "…"}</c>.
/// Each version is <see cref="RichText"/>: one paragraph at most, with emphasis, links and foreign passages.
/// </summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : Localized<RichText>
{
    internal LocalizedText(ImmutableArray<KeyValuePair<Language, RichText>> versions)
        : base(versions)
    {
    }

    /// <summary>Makes a text from a version per language.</summary>
    /// <exception cref="ArgumentException">A language stands twice.</exception>
    public static LocalizedText Of(params ReadOnlySpan<(Language Language, string Text)> versions)
    {
        var builder = ImmutableArray.CreateBuilder<KeyValuePair<Language, RichText>>(versions.Length);
        foreach (var (language, text) in versions)
        {
            if (builder.Any(v => v.Key == language))
            {
                throw new ArgumentException($"'{language}' stands twice.", nameof(versions));
            }
            builder.Add(new(language, new RichText(text)));
        }
        return new(builder.ToImmutable());
    }
}

/// <summary>A page's slug in every language of the network, written <c>{"da": "…", "en": "…"}</c>.</summary>
[JsonConverter(typeof(LocalizedSlugJsonConverter))]
public sealed class LocalizedSlug : Localized<Slug>
{
    internal LocalizedSlug(ImmutableArray<KeyValuePair<Language, Slug>> versions)
        : base(versions)
    {
    }
}

/// <summary>
/// A Markdown text in every language of the network; one file per language in a content folder, <c>name.da.md</c>, and
/// <c>{"da": "…", "en": "…"}</c> in published JSON.
/// </summary>
[JsonConverter(typeof(LocalizedProseJsonConverter))]
public sealed class LocalizedProse : Localized<Prose>
{
    /// <summary>Makes a prose text from a version per language, in that order.</summary>
    public LocalizedProse(ImmutableArray<KeyValuePair<Language, Prose>> versions)
        : base(versions)
    {
    }
}
