using System.Text;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

public class SearchScriptTests
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
        var folder = Path.Combine(Path.GetDirectoryName(SearchData.Path("x"))!, "..", "..", "..", "site", "assets", "js");
        var script = SearchScript.Join(File.ReadAllText(Path.Combine(folder, "search-core.js")), File.ReadAllText(Path.Combine(folder, "search-page.js")));

        Assert.All(script.Split('\n'), line =>
        {
            Assert.False(line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("export ", StringComparison.Ordinal), line);
            Assert.False(line.StartsWith("/*", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal), line);
            Assert.DoesNotContain("innerHTML", line, StringComparison.Ordinal);
            Assert.DoesNotContain("eval(", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_index_can_come_as_a_script() =>
        Assert.Equal(
            "(globalThis.ledelsesdagSearch??={})[\"search/da.json\"]={\"size\":0};\n",
            SearchScript.OfIndex("search/da.json", Encoding.UTF8.GetBytes("{\"size\":0}")));
}
