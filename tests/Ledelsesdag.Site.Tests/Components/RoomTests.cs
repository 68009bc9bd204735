using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>Every code on the pages for the room is drawn as a browser draws it and read again.</summary>
public sealed class RoomTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    private const int QuietZone = 4;
    private const int PixelsOfAModule = 4;

    // Made by qrcode 1.5.4, a generator in JavaScript: https://example.org/lederdag-1/program/#welcome
    private const string CodeOfAnotherWriter = """
        #######..##.#.#...###..#..#######
        #.....#..#.#...##.#...#.#.#.....#
        #.###.#.####..###...###.#.#.###.#
        #.###.#.##.##.....##..#.#.#.###.#
        #.###.#.#...#.###...#..#..#.###.#
        #.....#.#..##......#.##...#.....#
        #######.#.#.#.#.#.#.#.#.#.#######
        ........###.#.#.#..###.##........
        #.#####......#...#.#..#...#####..
        ..#......#...#...####..#..##.##.#
        ..#####....#######..###..##.#.##.
        .#.##..##.##.#..#######..##.###.#
        .#..#.##.##...###..##.###..###...
        ..#..#.###.....#..#..#.#..##.#.##
        .######.#..#..###...###.###..#.#.
        #..###..#.##...#..#..##..##.###..
        ..#..#####....##.#.....###.##...#
        #.###..#.#......#.##.#.#..##.####
        ...#.##.#...#####.#.###....##.##.
        #.#.##.#######.#...####.#######..
        ..##..#.##.#..##..#..#..##.###...
        ##...#.#..##.####...#..#.##..##.#
        #.#####.##.#.##....#..#..#...#.#.
        #....#.#..#.....#..###...#.#.####
        #..#..###.####...#.#..#.######.##
        ........#.#...#.##.##...#...#.###
        #######..#####.#.#....###.#.#.##.
        #.....#.#.##.#.#####...##...#####
        #.###.#.#.#.##.##...###.######.##
        #.###.#.##.#.#.#..#.....##..#.#.#
        #.###.#.#...#..####.#.#..###.....
        #.....#..###.###..#..##..#..###..
        #######.#.#.#.##.#..#.######...#.
        """;

    public static TheoryData<string> Languages => [.. RenderedSite.Languages.Select(l => l.Tag)];

    [Fact]
    public void The_reader_reads_what_another_writer_wrote() =>
        Assert.Equal("https://example.org/lederdag-1/program/#welcome", QrReader.Read(Modules(CodeOfAnotherWriter)));

    [Fact]
    public void The_reader_sees_every_single_wrong_module()
    {
        var code = Modules(CodeOfAnotherWriter);
        foreach (ref var module in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref code[0, 0], code.Length))
        {
            module ^= true;
            Assert.Throws<FormatException>(() => QrReader.Read(code));
            module ^= true;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_leads_to_the_day_or_to_one_of_its_sessions(string language)
    {
        foreach (var page in site.In(Language.Of(language)).Where(p => p.Page is RoomPage))
        {
            Assert.Equal(AddressesOf(page.Page, RenderedSite.Map), page.Main.QuerySelectorAll(".code svg").Select(Read));
        }
    }

    [Fact]
    public async Task Codes_lead_into_the_folder_that_the_site_stands_in()
    {
        var map = RealSite.Map(Sample.Folder);
        var files = (await RealSite.BuildAsync(Sample.Folder)).Files.ToDictionary(f => f.Path);
        foreach (var page in map.Pages.OfType<RoomPage>())
        {
            using var document = new HtmlParser().ParseDocument(files[page.OutputPath].Text());
            var read = document.QuerySelectorAll(".code svg").Select(Read).ToList();
            Assert.Equal(AddressesOf(page, map), read);
            Assert.All(read, address => Assert.StartsWith("https://example.org/ledelsesdag/", address, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Beside_each_code_stands_what_it_leads_to(string language)
    {
        foreach (var page in site.In(Language.Of(language)).Where(p => p.Page is RoomPage))
        {
            var expected = AddressesOf(page.Page, RenderedSite.Map);
            var sections = page.Main.QuerySelectorAll(".room > section").ToList();
            Assert.Equal(1 + page.Page.Day!.Programme.Sessions.Length, sections.Count);
            foreach (var (section, address) in sections.Zip(expected))
            {
                var link = section.QuerySelector("figcaption a")!;
                Assert.Equal(address, "https://example.org" + link.GetAttribute("href"));
                Assert.Equal(address.TrimEnd('/'), "https://" + link.TextContent);
                Assert.Equal("img", section.QuerySelector("svg")!.GetAttribute("role"));
                Assert.Contains(section.QuerySelector("h2")!.TextContent, section.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
                Assert.NotNull(section.QuerySelector("time"));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(190)]
    public void Short_and_long_addresses_are_read_as_they_were_written(int length)
    {
        // Small squares, blocks and the count of bytes differ with the length.
        var address = $"https://ø.example/{new string('x', length)}";
        var drawing = QrDrawing.Of(address);
        Assert.Equal(address, QrReader.Read(Drawn(drawing.Path, drawing.Size)));
    }

    private static List<string> AddressesOf(Page page, SiteMap map) =>
    [
        map.Address.Absolute(map.DayPage(page.Day!, page.Language).Path),
        .. page.Day!.Programme.Sessions.Select(s => map.Address.Absolute(map.PlaceOf(s, page.Language).Path)),
    ];

    private static string Read(IElement svg)
    {
        var size = int.Parse(svg.QuerySelector("rect")!.GetAttribute("width")!, CultureInfo.InvariantCulture);
        Assert.Equal($"0 0 {size} {size}", svg.GetAttribute("viewBox"));
        Assert.Equal(("#fff", $"{size}"), (svg.QuerySelector("rect")!.GetAttribute("fill"), svg.QuerySelector("rect")!.GetAttribute("height")));
        var path = Assert.Single(svg.QuerySelectorAll("path"));
        Assert.Equal("#000", path.GetAttribute("stroke"));
        return QrReader.Read(Drawn(path.GetAttribute("d")!, size));
    }

    /// <summary>Draws lines as thick as a module, looks at every pixel, and takes the light modules around the code off.</summary>
    private static bool[,] Drawn(string lines, int size)
    {
        using var pixels = new SKBitmap(size * PixelsOfAModule, size * PixelsOfAModule);
        using var canvas = new SKCanvas(pixels);
        using var paint = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        using var path = SKPath.ParseSvgPathData(lines);
        canvas.Clear(SKColors.White);
        canvas.Scale(PixelsOfAModule);
        canvas.DrawPath(path, paint);
        canvas.Flush();
        var dark = new bool[size - 2 * QuietZone, size - 2 * QuietZone];
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                var isDark = pixels.GetPixel(x, y) == SKColors.Black;
                Assert.True(isDark || pixels.GetPixel(x, y) == SKColors.White, $"half a module at {x}, {y}");
                var (row, column) = (y / PixelsOfAModule - QuietZone, x / PixelsOfAModule - QuietZone);
                if (row < 0 || column < 0 || row >= dark.GetLength(0) || column >= dark.GetLength(1))
                {
                    Assert.False(isDark, $"dark beside the code at {x}, {y}");
                    continue;
                }
                if (y % PixelsOfAModule == 0 && x % PixelsOfAModule == 0)
                {
                    dark[row, column] = isDark;
                }
                Assert.Equal(dark[row, column], isDark);
            }
        }
        return dark;
    }

    private static bool[,] Modules(string drawing)
    {
        var rows = drawing.ReplaceLineEndings("\n").Split('\n');
        var modules = new bool[rows.Length, rows.Length];
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows.Length; x++)
            {
                modules[y, x] = rows[y][x] == '#';
            }
        }
        return modules;
    }
}
