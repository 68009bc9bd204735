namespace Ledelsesdag.Site.Pages;

/// <summary>The ids of what the page of a whole day has besides the day's content.</summary>
internal static class HandoutSections
{
    public const string Contents = "contents";
    public const string Programme = "programme";
    public const string More = "more";
    public const string Glossary = "glossary";
    public const string Sources = "sources";

    /// <summary>Only where the day is a file by itself.</summary>
    public const string Worksheet = "worksheet";

    public static string[] All { get; } = [Contents, Programme, More, Glossary, Sources, Worksheet];
}
