using System.CommandLine;
using System.CommandLine.Parsing;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Commands;

/// <summary>The command line: its verbs, its options and what their help says.</summary>
public static class CommandLine
{
    private const string Description =
        """
        Turns the content of a leadership day into a static site in every language of the content.

        Without a verb it builds. Every fault is printed as file(line,column): error CODE: what was found, what was
        expected, how to mend it; --format has other forms, for programs. Exit codes: 0 all went well; 1 the content, the site or the output folder has a fault,
        and what was published before still stands; 2 the command line could not be understood; 130 broken off.
        """;

    private static readonly Option<string> Input = new("--input")
    {
        Description = "The folder that holds the content, with network.json in it.",
        HelpName = "folder",
        Recursive = true,
        DefaultValueFactory = _ => "input",
    };

    private static readonly Option<string> Output = new("--output")
    {
        Description =
            "The folder the finished site goes to. It is replaced as a whole, and only if this tool wrote everything in it. " +
            "Check and preview write nothing.",
        HelpName = "folder",
        Recursive = true,
        DefaultValueFactory = _ => "output",
    };

    private static readonly Option<Uri?> BaseUrl = new("--base-url")
    {
        Description =
            "Where the site will stand, such as https://example.org. Canonical links, the site map and social cards hold it. " +
            "Without it the address in network.json counts; in a preview, that of the preview.",
        HelpName = "url",
        Recursive = true,
        CustomParser = ReadUrl,
    };

    private static readonly Option<string?> BasePath = new("--base-path")
    {
        Description =
            "The folder of the host that the site stands in, such as /ledelsesdag/. Without it the path of the base URL counts. " +
            "The output folder holds the site itself, without folders for this path.",
        HelpName = "path",
        Recursive = true,
        CustomParser = ReadPath,
    };

    private static readonly Option<string?> Strings = new("--strings")
    {
        Description =
            "The folder of your own words of the interface, one file per language such as nb.json. They take precedence over the tool's, " +
            $"and give the site languages the tool does not know. Without it '{SiteOptions.DefaultStrings}' beside the content folder, where there is such a folder.",
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<string?> Look = new("--look")
    {
        Description =
            "The folder of what your site looks like: look.css, whose tokens and rules take precedence over the tool's, logo.svg, and icons by the " +
            $"names of the tool's (favicon.svg, icon-192.png, icon-512.png, apple-touch-icon.png). Without it '{SiteOptions.DefaultLook}' beside the content folder, where there is such a folder.",
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<bool> Pdf = new("--pdf")
    {
        Description =
            "Also makes PDFs of the whole day, the posters and the cards, with a Chromium, Chrome or Edge of this computer " +
            "or the one that CHROME_PATH names. Where there is none, that is told and the site is built without. Not in a preview.",
        Recursive = true,
    };

    private static readonly Option<ReportFormat> Format = new("--format")
    {
        Description =
            "How build and check tell what they found: text, on a terminal with the line that is meant; json, one object; github, whose " +
            "workflows show each fault beside its line; sarif, which code scanning reads. All but text go to the standard output.",
        HelpName = string.Join('|', Enum.GetValues<ReportFormat>().Select(Name)),
        Recursive = true,
        CustomParser = ReadFormat,
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port to serve on; the next free one is taken when it is in use. 0 takes any.",
        HelpName = "number",
        DefaultValueFactory = _ => 4000,
    };

    private static readonly Argument<string?> SchemaFolder = new("folder")
    {
        Description = "The folder for the schemas; .schema in the content folder without it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string> NewFolder = new("folder")
    {
        Description = "The folder to make. It must not exist yet, or be empty.",
    };

    private static readonly Argument<Language?> OnlyLanguage = new("language")
    {
        Description = "The language to list, such as en; all of them without it.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ReadLanguage,
    };

    private static readonly Option<TranslationMark?> Mark = new("--mark")
    {
        Description =
            $"Marks translations instead of listing them, in {TranslationMarks.FileName} beside network.json: as draft, translated or reviewed. " +
            "A marked translation is told to be stale once its original has changed and it has not.",
        HelpName = "draft|translated|reviewed",
        CustomParser = ReadMark,
    };

    private static readonly Option<TextPlace[]> At = new("--at")
    {
        Description =
            "Which translations to mark: those in a file, or on a line of it, such as day-1/quotes.json:12. " +
            "Without it all that are neither drafts nor stale nor reviewed.",
        HelpName = "file[:line]",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ReadPlaces,
        DefaultValueFactory = _ => [],
    };

    private static readonly Argument<string> Deck = new("deck") { Description = "The deck, a PowerPoint file (.pptx)." };

    private static readonly Argument<string> DraftFolder = new("folder") { Description = "Where the draft goes: a folder that does not exist yet, or an empty one." };

    private static readonly Option<Language?> DraftLanguage = new("--language")
    {
        Description = "The language of the draft, such as da or en. Without it, the one that most of the deck's words are marked with, else da.",
        HelpName = "tag",
        CustomParser = ReadLanguage,
    };

    static CommandLine()
    {
        foreach (var argument in (Argument[])[NewFolder, SchemaFolder, Deck, DraftFolder])
        {
            argument.Validators.Add(result =>
            {
                if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                {
                    result.AddError($"The {argument.Name} needs a name.");
                }
            });
        }
        Input.Validators.Add(RefuseBlank);
        Output.Validators.Add(RefuseBlank);
        Strings.Validators.Add(RefuseBlank);
        Look.Validators.Add(RefuseBlank);
        Port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var port) && port is < 0 or > 65535)
            {
                result.AddError("--port takes a number from 0 to 65535.");
            }
        });
    }

    /// <summary>Understands and runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        var parsed = Verbs(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine($"error: {error.Message}");
            }
            terminal.Error.WriteLine("Try 'ledelsesdag --help'.");
            return ExitCode.Misused;
        }
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                // What a build needs to leave its folder in order after Ctrl+C.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            },
            cancellation);
    }

    private static RootCommand Verbs(Terminal terminal)
    {
        var build = new Command("build", "Builds the site and writes it to the output folder. This is what happens without a verb.");
        var check = new Command("check", "Does everything that build does, but writes nothing.");
        var preview = new Command("preview",
            "Serves the site to this computer's browsers only and reloads them after every edit of content, style or interface text. " +
            "A fault shows in the browser and here; the last good site stays. Ctrl+C ends it.")
        {
            Port,
        };
        var schema = new Command("schema", "Writes a JSON Schema for each kind of content file: an editor that knows them completes and explains every field.")
        {
            SchemaFolder,
        };
        var fresh = new Command("new", "Writes a small complete day in two languages, with one of everything, to be changed into your own.")
        {
            NewFolder,
        };
        var translations = new Command("translations",
            "Lists every text that is not written in a language of the network yet, is a draft, or is older than its original, with file and line, " +
            "and how far each language has come. With --mark it takes down what you say of translations.")
        {
            OnlyLanguage,
            Mark,
            At,
        };
        translations.Validators.Add(result =>
        {
            if (result.GetResult(Mark) is null && result.GetResult(At) is { Implicit: false })
            {
                result.AddError("--at belongs to --mark: it says which translations to mark.");
            }
        });
        var import = new Command("import",
            "Drafts a day from a PowerPoint deck: a content folder that check accepts, and in its README.md what is to be filled in, " +
            "what was guessed and from what, and what became of every shape of every slide.")
        {
            Deck,
            DraftFolder,
            DraftLanguage,
        };
        foreach (var verb in (Command[])[preview, schema, fresh, translations, import])
        {
            verb.Validators.Add(result =>
            {
                if (result.GetValue(Pdf))
                {
                    result.AddError($"--pdf belongs to build: {verb.Name} makes no site.");
                }
                if (result.GetResult(Format) is { Implicit: false })
                {
                    result.AddError($"--format belongs to build and check: {verb.Name} speaks to people only.");
                }
            });
        }
        var root = new RootCommand(Description) { Input, Output, BaseUrl, BasePath, Strings, Look, Pdf, Format, fresh, import, preview, check, build, translations, schema };

        root.SetAction((parsed, stop) => Guard(() => BuildCommand.RunAsync(Options(parsed), parsed.GetValue(Format), write: true, terminal, stop), terminal));
        build.SetAction((parsed, stop) => Guard(() => BuildCommand.RunAsync(Options(parsed), parsed.GetValue(Format), write: true, terminal, stop), terminal));
        check.SetAction((parsed, stop) => Guard(() => BuildCommand.RunAsync(Options(parsed), parsed.GetValue(Format), write: false, terminal, stop), terminal));
        schema.SetAction(parsed => SchemaCommand.Run(parsed.GetValue(Input)!, parsed.GetValue(SchemaFolder), terminal));
        fresh.SetAction((parsed, stop) => Guard(() => NewCommand.Run(parsed.GetValue(NewFolder)!, terminal, stop), terminal));
        translations.SetAction((parsed, stop) => Guard(() => parsed.GetValue(Mark) is { } mark
            ? TranslationsCommand.Mark(Options(parsed), parsed.GetValue(OnlyLanguage), mark, [.. parsed.GetValue(At)!], terminal)
            : TranslationsCommand.List(Options(parsed), parsed.GetValue(OnlyLanguage), terminal), terminal));
        preview.SetAction((parsed, stop) => PreviewCommand.RunAsync(Options(parsed), parsed.GetValue(Port), terminal, stop));
        import.SetAction((parsed, stop) => Guard(
            () => ImportCommand.Run(parsed.GetValue(Deck)!, parsed.GetValue(DraftFolder)!, parsed.GetValue(DraftLanguage), terminal, stop), terminal));
        return root;
    }

    /// <summary>Runs a verb off the main thread, which waits for Ctrl+C, and turns that into its exit code.</summary>
    private static async Task<int> Guard(Func<Task<int>> verb, Terminal terminal)
    {
        try
        {
            return await Task.Run(verb);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Broken off; nothing was written.");
            return ExitCode.BrokenOff;
        }
    }

    private static Task<int> Guard(Func<int> verb, Terminal terminal) => Guard(() => Task.FromResult(verb()), terminal);

    private static SiteOptions Options(ParseResult parsed) =>
        new(parsed.GetValue(Input)!, parsed.GetValue(Output)!, parsed.GetValue(BaseUrl), parsed.GetValue(BasePath))
        {
            Strings = parsed.GetValue(Strings),
            Look = parsed.GetValue(Look),
            Pdf = parsed.GetValue(Pdf),
        };

    private static void RefuseBlank(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.Option.Name} needs the name of a folder.");
        }
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0)
        {
            return url;
        }
        result.AddError($"--base-url takes an address such as https://example.org, without query or fragment, and not '{text}'.");
        return null;
    }

    private static Language? ReadLanguage(ArgumentResult result)
    {
        if (result.Tokens is not [var token])
        {
            return null;
        }
        if (Language.TryParse(token.Value, out var language))
        {
            return language;
        }
        result.AddError($"a language is a tag such as da or en, and not '{token.Value}'.");
        return null;
    }

    private static TranslationMark? ReadMark(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var mark in Enum.GetValues<TranslationMark>().Where(mark => TranslationsCommand.Name(mark) == text))
        {
            return mark;
        }
        result.AddError($"--mark takes {string.Join(", ", Enum.GetValues<TranslationMark>().Select(TranslationsCommand.Name))}, and not '{text}'.");
        return null;
    }

    private static ReportFormat ReadFormat(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var format in Enum.GetValues<ReportFormat>().Where(format => Name(format) == text))
        {
            return format;
        }
        result.AddError($"--format takes {string.Join(", ", Enum.GetValues<ReportFormat>().Select(Name))}, and not '{text}'.");
        return default;
    }

    private static string Name(ReportFormat format) => format.ToString().ToLowerInvariant();

    private static TextPlace[]? ReadPlaces(ArgumentResult result)
    {
        var places = result.Tokens.Select(token => (token.Value, Place: TextPlace.Parse(token.Value))).ToList();
        foreach (var (text, _) in places.Where(place => place.Place is null))
        {
            result.AddError($"--at takes a file, or a file and a line such as day-1/quotes.json:12, and not '{text}'.");
        }
        return [.. places.Select(place => place.Place).OfType<TextPlace>()];
    }

    private static string? ReadPath(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Trim('/').Split('/');
        if (text.Trim('/').Length == 0 && text.Length > 0)
        {
            return "/";
        }
        if (text.Length > 0 && parts.All(part => part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~')))
        {
            return $"/{string.Join('/', parts)}/";
        }
        result.AddError($"--base-path takes folder names of letters, digits and hyphens, such as /ledelsesdag/, and not '{text}'.");
        return null;
    }
}
