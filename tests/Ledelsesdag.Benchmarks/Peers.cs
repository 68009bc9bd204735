using System.Globalization;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// Another generator of static sites, given as many Markdown pages as the site has, each with a topic's prose, through the
/// plainest layout it has: where it brings none of its own a heading and the text, without search, link check, cards or translations.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pages">The folder of its project in which pages stand.</param>
/// <param name="Files">What else its project holds, by path.</param>
/// <param name="Command">The program that builds the project, and its arguments.</param>
internal sealed record Peer(string Name, string Pages, IReadOnlyDictionary<string, string> Files, params string[] Command)
{
    /// <summary>The most pages it is given: what takes minutes is known to be slow.</summary>
    public int MostPages { get; init; } = int.MaxValue;

    /// <summary>Fetches what its project needs from npm, where it needs anything.</summary>
    public void Fetch(string folder)
    {
        if (Files.ContainsKey("package.json"))
        {
            MeasuredProcess.Of("npm", folder, "install", "--no-audit", "--no-fund", "--silent");
        }
    }

    /// <summary>Builds its project.</summary>
    public MeasuredProcess Build(string folder) => MeasuredProcess.Of(Command[0], folder, Command.Skip(1));

    /// <summary>Writes its project.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="pages">How many pages it has.</param>
    /// <param name="corpus">The content whose topics' prose it has; null for generated prose.</param>
    public void Write(string folder, int pages, string? corpus)
    {
        foreach (var (name, text) in Files)
        {
            Put(name, text);
        }
        corpus ??= Generated(folder);
        foreach (var texts in SiteCorpus.Texts(corpus))
        {
            var prose = texts.Select(Plain).ToList();
            for (var n = 0; n < pages / 2; n++)
            {
                Put(string.Create(CultureInfo.InvariantCulture, $"{Pages}/{texts.Key}/page-{n}.md"), $"---\ntitle: Page {n} {texts.Key}\n---\n{prose[n % prose.Count]}");
            }
        }

        void Put(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static string Generated(string folder)
    {
        var corpus = folder + "-prose";
        SiteCorpus.Write(corpus, SiteCorpus.Fewest + 40);
        return corpus;
    }

    // What is this tool's alone: items that are shown, and links by id.
    private static string Plain(string markdown) => string.Join('\n', markdown.Split('\n')
        .Where(line => !line.StartsWith("![](", StringComparison.Ordinal)))
        .Replace("](term:", "](/", StringComparison.Ordinal);
}

/// <summary>The peers that are measured.</summary>
internal static class Peers
{
    public static IReadOnlyList<Peer> All { get; } =
    [
        // Debian's package "hugo".
        new("hugo", "content",
            new Dictionary<string, string>
            {
                ["config.toml"] = "baseURL = \"https://network.example/\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"home\", \"section\"]\n",
                ["layouts/_default/single.html"] = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n",
            },
            "hugo", "--quiet"),
        // npm's package "@11ty/eleventy".
        new("eleventy", "pages",
            new Dictionary<string, string>
            {
                ["package.json"] = """{ "private": true, "dependencies": { "@11ty/eleventy": "3.1.8" } }""",
                ["pages/pages.json"] = """{ "layout": "page.njk" }""",
                ["pages/_includes/page.njk"] = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>\n",
            },
            "node", "node_modules/@11ty/eleventy/cmd.cjs", "--input=pages", "--output=out", "--quiet"),
        // npm's package "@astrojs/starlight" as its guide sets it up, with its own layout and search. It needs a newer Node than Debian's, which npm has too.
        new("starlight", "src/content/docs",
            new Dictionary<string, string>
            {
                ["package.json"] = """{ "private": true, "type": "module", "dependencies": { "@astrojs/markdown-remark": "7.3.1", "@astrojs/starlight": "0.42.4", "astro": "7.3.5", "node": "22.23.3" } }""",
                ["astro.config.mjs"] = """
                    import { defineConfig } from 'astro/config';
                    import starlight from '@astrojs/starlight';
                    export default defineConfig({ integrations: [starlight({ title: 'Network' })] });
                    """,
                ["src/content.config.mjs"] = """
                    import { defineCollection } from 'astro:content';
                    import { docsLoader } from '@astrojs/starlight/loaders';
                    import { docsSchema } from '@astrojs/starlight/schema';
                    export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
                    """,
            },
            "env", "ASTRO_TELEMETRY_DISABLED=1", "node_modules/.bin/node", "node_modules/astro/bin/astro.mjs", "build") { MostPages = 1000 },
    ];
}
