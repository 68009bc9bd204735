using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Ledelsesdag.Content;

/// <summary>
/// The same thing in each language it has been written in, in the order the author wrote them. Immutable.
/// </summary>
/// <typeparam name="T">What is written once per language.</typeparam>
public abstract class Localized<T>
    where T : notnull
{
    private protected Localized(ImmutableArray<KeyValuePair<Language, T>> versions) => Versions = versions;

    /// <summary>Every version, in the order written. Empty where nothing was written; validation reports that.</summary>
    public ImmutableArray<KeyValuePair<Language, T>> Versions { get; }

    /// <summary>The version in <paramref name="language"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no version in that language.</exception>
    public T this[Language language] =>
        TryGet(language, out var value) ? value : throw new KeyNotFoundException($"There is no version in '{language}'.");

    /// <summary>Finds the version in <paramref name="language"/>; false when it has not been written.</summary>
    public bool TryGet(Language language, [MaybeNullWhen(false)] out T value)
    {
        foreach (var (tag, version) in Versions)
        {
            if (tag == language)
            {
                value = version;
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>
    /// The version a reader of <paramref name="language"/> gets: that language's own, else the first one written,
    /// together with the language it really is in, so that a page can say so.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was written in any language.</exception>
    public InLanguage<T> For(Language language)
    {
        if (TryGet(language, out var value))
        {
            return new(value, language);
        }
        return Versions.Length > 0
            ? new(Versions[0].Value, Versions[0].Key)
            : throw new InvalidOperationException("Nothing was written in any language.");
    }
}

/// <summary>A value and the language it really is in.</summary>
/// <param name="Value">The value.</param>
/// <param name="Language">The language of <paramref name="Value"/>, which need not be the one asked for.</param>
public readonly record struct InLanguage<T>(T Value, Language Language);
