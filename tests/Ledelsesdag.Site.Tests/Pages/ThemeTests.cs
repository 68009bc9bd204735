using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class ThemeTests
{
    private const string Light = "--ink: #1d2b3a; --ink-soft:#43505f; --brick: #8a3412; --brick-bright: #B4491F";

    [Fact]
    public void The_shipped_tokens_are_a_theme()
    {
        var (theme, faults) = SiteAssets.Load(SiteAssets.ShippedFolder).ReadTheme();
        Assert.Empty(faults);
        Assert.NotNull(theme);
        Assert.NotEqual(theme.Paper, theme.PaperInTheDark);
        Assert.NotEqual(theme.Paper, theme.Ink);
    }

    [Fact]
    public void Colours_come_from_the_root_and_from_the_dark_root_and_from_nowhere_else()
    {
        var theme = Theme.Read($$"""
            /* :root { --paper: #111111; } */
            :root { --paper: #FAF6EE; {{Light}}; /* the last needs no semicolon */ }
            .poster { --paper: #222222 }
            @media (prefers-color-scheme:  dark) {
              :root { --paper: #131b24; --ink: #ffffff }
              .poster { --paper: #333333; }
            }
            @media (prefers-contrast: more) { :root { --paper: #fff; } }
            @media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --paper: #000; } }
            """).Theme;
        Assert.NotNull(theme);
        Assert.Equal(
            ("#faf6ee", "#131b24", "#1d2b3a", "#43505f", "#8a3412", "#b4491f"),
            (theme.Paper.ToString(), theme.PaperInTheDark.ToString(), theme.Ink.ToString(), theme.InkSoft.ToString(), theme.Brick.ToString(), theme.BrickBright.ToString()));
    }

    [Fact]
    public void Three_digits_are_six_the_last_declaration_counts_and_without_a_dark_paper_the_light_one_stays()
    {
        var theme = Theme.Read($":root {{ --paper: #123456; {Light} }} :root {{ --paper: #fac }}").Theme;
        Assert.Equal(("#ffaacc", "#ffaacc"), (theme?.Paper.ToString(), theme?.PaperInTheDark.ToString()));
    }

    [Theory]
    [InlineData("oklch(97% .01 85)")]
    [InlineData("var(--sand)")]
    [InlineData("white")]
    [InlineData("#12345")]
    [InlineData("#12345678")]
    [InlineData("")]
    public void A_colour_that_only_a_browser_can_read_is_a_fault_with_its_line(string value)
    {
        var (theme, faults) = Theme.Read($":root {{\n  /* two\n  lines */\n  --paper: {value};\n  {Light}\n}}");
        Assert.Null(theme);
        var (line, message) = Assert.Single(faults);
        Assert.Equal(4, line);
        Assert.Contains($"'--paper' is '{value}'", message, StringComparison.Ordinal);
        Assert.Contains("#rrggbb", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_colour_that_is_missing_is_named()
    {
        var (theme, faults) = Theme.Read("} ; p { :root { --paper: #fff; --ink");
        Assert.Null(theme);
        Assert.Equal(["'--paper'", "'--ink'", "'--ink-soft'", "'--brick'", "'--brick-bright'"],
            faults.Select(fault => fault.Message.Split(' ').First(word => word.StartsWith("'--", StringComparison.Ordinal)).TrimEnd(',')));
    }
}
