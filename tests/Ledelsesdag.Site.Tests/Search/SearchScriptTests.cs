using System.Text;
using System.Text.RegularExpressions;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

public partial class SearchScriptTests
{
    [Fact]
    public void Modules_become_one_script_without_comments()
    {
        const string Core = "// Why.\n/**\n * What.\n */\nexport function fold(word) {\n  return word; // kept: not a line of its own\n}\n";
        const string Page = "import { fold } from './core.js';\n/* short */\nfold('// text');\n";

        Assert.Equal(
            "(()=>{'use strict';\nfunction fold(word) {\nreturn word; // kept: not a line of its own\n}\nfold('// text');\n})();\n",
            SearchScript.Join(Core, Page));
    }

    [Fact]
    public void The_shipped_modules_keep_to_the_form_that_can_be_joined()
    {
        var scripts = new[] { SearchScript.PageModules, SearchScript.PanelModules, SearchScript.WorkerModules, [SearchScript.FieldModule] }
            .Select(modules => SearchScript.Join(modules.Select(Shipped)));

        Assert.All(scripts.SelectMany(script => script.Split('\n')), line =>
        {
            Assert.False(line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("export ", StringComparison.Ordinal), line);
            Assert.False(line.StartsWith("/*", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal), line);
            Assert.DoesNotContain("innerHTML", line, StringComparison.Ordinal);
            Assert.DoesNotContain("eval(", line, StringComparison.Ordinal);
        });
    }

    public static TheoryData<string> Joined => ["search-page.js", "search-panel.js", "search-worker.js"];

    [Theory]
    [MemberData(nameof(Joined))]
    public void No_two_modules_that_are_joined_give_a_name_of_their_own_to_different_things(string last)
    {
        var modules = new[] { SearchScript.PageModules, SearchScript.PanelModules, SearchScript.WorkerModules }.Single(m => m[^1] == last);
        var names = modules.SelectMany(module => TopNames().Matches(Shipped(module)).Select(match => match.Groups[1].Value)).ToList();

        Assert.Contains("openIndex", names);
        Assert.True(names.Count > modules.Length, "Names are missing.");
        Assert.Empty(names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key));
    }

    [Fact]
    public void The_modules_give_way_to_a_script_for_the_search_page_one_for_the_panel_one_for_the_worker_and_one_for_every_page()
    {
        OutputFile[] assets =
        [
            new("css/site.css", default), new("js/search-field.js", "keys();\n"u8.ToArray()),
            .. SearchScript.PageModules.Union(SearchScript.PanelModules).Union(SearchScript.WorkerModules).Select(module => new OutputFile("js/" + module, Encoding.UTF8.GetBytes($"'{module}';\n"))),
        ];

        var published = SearchScript.InsteadOfModules(assets).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));

        Assert.Equal(["css/site.css", "js/field.js", "js/search-large.js", "js/search-page.js", "js/search-panel.js", "js/search-worker.js"], published.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("(()=>{'use strict';\nkeys();\n})();\n", published[SearchScript.FieldName]);
        Assert.Equal("(()=>{'use strict';\n'search-core.js';\n'search-results.js';\n'search-page.js';\n})();\n", published[SearchScript.PageName]);
        Assert.Equal("(()=>{'use strict';\n'search-core.js';\n'search-results.js';\n'search-panel.js';\n})();\n", published[SearchScript.PanelName]);
        Assert.Equal("(()=>{'use strict';\n'search-core.js';\n'search-large.js';\n'search-worker.js';\n})();\n", published[SearchScript.WorkerName]);
        Assert.Equal("'search-large.js';\n", published["js/search-large.js"]);
    }

    [Fact]
    public void An_index_can_come_as_a_script_beside_it()
    {
        var script = SearchScript.Beside(new OutputFile("search/da.json", "{\"size\":0}"u8.ToArray()));

        Assert.Equal("search/da.json.js", script.Path);
        Assert.Equal("(globalThis.ledelsesdagSearch??={})[\"search/da.json\"]={\"size\":0};\n", Encoding.UTF8.GetString(script.Content.Span));
    }

    private static string Shipped(string module) =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(SearchData.Path("x"))!, "..", "..", "..", "site", "assets", "js", module));

    // What stands at the left edge: functions and classes, and each name of a list of constants or variables.
    [GeneratedRegex(@"(?:^(?:export )?(?:async )?(?:function\*?|class|const|let) |(?<=^let [^\n]*), )(\w+)", RegexOptions.Multiline)]
    private static partial Regex TopNames();
}
