using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ledelsesdag.Site.Tests.Guide;

/// <summary>What a block of the guide is an example of, and so how it is run.</summary>
internal enum ExampleKind
{
    /// <summary>A whole file, whose path stands above it.</summary>
    File,

    /// <summary>Lines to be typed.</summary>
    Commands,

    /// <summary>A mistake in a file, with what mends it.</summary>
    Mistake,

    /// <summary>What the tool prints after the commands, the mistake or the renaming before it.</summary>
    Printed,

    /// <summary>None of these, so nobody can run it.</summary>
    Unknown,
}

/// <summary>A block of the guide.</summary>
/// <param name="Kind">How it is run.</param>
/// <param name="Section">The heading of the second level that it stands under.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Path">The file it is about; null when it is about none.</param>
/// <param name="SavedAs">The name that the file has by mistake; null when it has its own.</param>
/// <param name="Text">The block.</param>
/// <param name="Before">The block right before it, with nothing between; null when there is none.</param>
internal sealed record Example(ExampleKind Kind, string Section, int Line, string? Path, string? SavedAs, string Text, Example? Before)
{
    public override string ToString() => $"input/README.md({Line}): {Kind} {Path}".TrimEnd();
}

/// <summary><c>input/README.md</c>, taken apart.</summary>
internal sealed partial class AuthorsGuide
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal) { [".json"] = "json", [".md"] = "markdown", [".css"] = "css" };

    private AuthorsGuide(string markdown)
    {
        var lines = markdown.Split('\n');
        var document = Markdown.Parse(markdown);
        var examples = ImmutableArray.CreateBuilder<Example>();
        var section = "";
        Example? before = null;
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                section = lines[heading.Line].TrimStart('#', ' ');
            }
            before = block is CodeBlock code ? Read(code, section, lines, before) : null;
            if (before is not null)
            {
                examples.Add(before);
            }
        }
        // A block inside a list or a quotation is none of the kinds.
        examples.AddRange(document.Descendants<CodeBlock>().Where(code => code.Parent is not MarkdownDocument)
            .Select(code => new Example(ExampleKind.Unknown, "", code.Line + 1, null, null, "", null)));
        Examples = examples.ToImmutable();
        // A table is a paragraph to plain Markdown: its bars are words, its code is code.
        Code = [.. document.Descendants<CodeInline>().Select(inline => inline.Content)];
        Links = [.. document.Descendants<LinkInline>().Select(link => link.Url!)];
        Headings = [.. document.Descendants<HeadingBlock>().Select(heading => lines[heading.Line].TrimStart('#', ' '))];
    }

    public static AuthorsGuide Read() => new(File.ReadAllText(System.IO.Path.Combine(RealSite.InputFolder, "README.md")).ReplaceLineEndings("\n"));

    /// <summary>Every block, in order.</summary>
    public ImmutableArray<Example> Examples { get; }

    /// <summary>The words set as code in its sentences and tables.</summary>
    public ImmutableArray<string> Code { get; }

    /// <summary>Where its links lead.</summary>
    public ImmutableArray<string> Links { get; }

    /// <summary>Its headings.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The sections that show a file once more, changed: what they hold does not belong to the network of the others.</summary>
    public ImmutableArray<string> Variants =>
        [.. Files.GroupBy(file => file.Path).SelectMany(versions => versions.Skip(1)).Select(file => file.Section).Distinct()];

    /// <summary>The files of the network as a section has it.</summary>
    public IEnumerable<Example> FilesIn(string section)
    {
        var variants = Variants;
        return Files.Where(file => file.Section == section || !variants.Contains(file.Section))
            .GroupBy(file => file.Path).Select(versions => versions.Last());
    }

    private IEnumerable<Example> Files => Examples.Where(example => example.Kind == ExampleKind.File);

    private static Example Read(CodeBlock block, string section, string[] lines, Example? before)
    {
        var language = (block as FencedCodeBlock)?.Info;
        var text = string.Concat((block.Lines.Lines ?? []).Take(block.Lines.Count).Select(line => line + "\n"));
        var caption = Caption().Match(block.Line >= 2 && lines[block.Line - 1].Length == 0 ? lines[block.Line - 2] : "");
        var path = caption.Success ? caption.Groups["path"].Value : null;
        var savedAs = caption.Groups["as"] is { Success: true } other ? other.Value : null;
        var kind = language switch
        {
            "sh" when path is null => ExampleKind.Commands,
            "diff" when path is not null && savedAs is null => ExampleKind.Mistake,
            "text" when savedAs is not null || (path is null && before is { Kind: ExampleKind.Commands or ExampleKind.Mistake }) => ExampleKind.Printed,
            not null when path is not null && savedAs is null && Languages.GetValueOrDefault(System.IO.Path.GetExtension(path)) == language => ExampleKind.File,
            _ => ExampleKind.Unknown,
        };
        return new(kind, section, block.Line + 1, path, savedAs, text, before);
    }

    [GeneratedRegex("^\\*\\*`(?<path>[^`]+)`( saved as `(?<as>[^`]+)`)?\\*\\*$")]
    private static partial Regex Caption();
}
