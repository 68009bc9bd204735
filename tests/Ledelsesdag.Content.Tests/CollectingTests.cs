namespace Ledelsesdag.Content.Tests;

/// <summary>Every fault of every file in one run, and none that only follows from another.</summary>
public sealed class CollectingTests
{
    [Fact]
    public void Nine_faults_in_six_files_come_in_one_run_sorted_and_without_cascades()
    {
        using var copy = new ContentCopy()
            // Broken: what refers to the quote, which nobody can read now, is no fault of its own.
            .Replace("autumn-day/quotes.json", "\"original\": \"da\",", "\"original\": \"da\"")
            .Replace("autumn-day/day.json", "\"slideCount\"", "\"colour\": \"red\",\n  \"slideCount\"")
            .Replace("autumn-day/codex.json", ", \"en\": \"You share your spade\"", "")
            .Replace("autumn-day/codex.json", "\n      ],\n", ",\n        { \"id\": \"share\", \"text\": { \"da\": \"Du deler æbler 🍎\", \"en\": \"You share apples\" } }\n      ],\n")
            .Replace("autumn-day/topics/tools.da.md", "(table:two-spades)", "(table:two-spade)")
            .Replace("autumn-day/topics/soil.da.md", "- Ler", "<div>Ler</div>\n\n- Ler")
            .Replace("autumn-day/topics/soil.da.md", "https://haver.example/jord", "JAVASCRIPT:alert`1`")
            .Replace("autumn-day/programme.json", "\"start\": \"11:00\"", "\"start\": \"10:45\"")
            .Replace("autumn-day/programme.json", "\"end\": \"12:00\"", "\"end\": \"11:10\"");

        var found = copy.Load();

        Assert.Null(found.Network);
        Assert.Equal(
            [
                "autumn-day/codex.json(7,34) LD301",
                "autumn-day/codex.json(8,17) LD401",
                "autumn-day/day.json(11,3) LD203",
                "autumn-day/programme.json(15,26) LD502",
                "autumn-day/programme.json(21,42) LD501",
                "autumn-day/quotes.json(8,7) LD201",
                "autumn-day/topics/soil.da.md(9,1) LD307",
                "autumn-day/topics/soil.da.md(17,4) LD308",
                "autumn-day/topics/tools.da.md(1,1) LD402",
            ],
            found.Diagnostics.Select(d => $"{d.Location} {d.Code}"));
    }

    [Fact]
    public void Without_network_json_the_faults_of_the_days_are_found_all_the_same()
    {
        using var copy = new ContentCopy()
            .Write("network.json", "[")
            .Replace("autumn-day/programme.json", "\"end\": \"12:00\"", "\"end\": \"11:10\"");

        Assert.Equal(["autumn-day/programme.json LD501", "network.json LD201"],
            copy.Load().Diagnostics.Select(d => $"{d.Location.File} {d.Code}"));
    }

    [Fact]
    public void What_is_found_does_not_depend_on_how_often_one_looks()
    {
        using var copy = new ContentCopy().Overlay(Path.Combine(TestFolders.Cases, "LD206"));

        Assert.Equal(copy.LoadToText(), copy.LoadToText());
    }

    [Fact]
    public void A_day_folder_that_is_a_link_is_not_followed()
    {
        using var copy = new ContentCopy();
        copy.SetUp("move autumn-day to .elsewhere");
        Directory.CreateSymbolicLink(copy.At("autumn-day"), ".elsewhere");

        Assert.Equal("autumn-day: error LD106: a link; expected a plain file or folder; put the thing itself here\n", copy.LoadToText());
    }

    [Fact]
    public void A_missing_folder_is_the_callers_mistake_and_throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => NetworkLoader.Load(Path.Combine(TestFolders.Cases, "nowhere")));
}
