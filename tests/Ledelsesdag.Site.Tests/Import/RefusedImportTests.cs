using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Import;

namespace Ledelsesdag.Site.Tests.Import;

/// <summary>Files that are no deck, or one that is not to be opened: a sentence, exit code 1, and nothing written.</summary>
public sealed class RefusedImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string DeckFile => _folder.At("deck.pptx");

    [Fact]
    public async Task No_such_file() => await Refused("there is no such file");

    [Fact]
    public async Task A_folder()
    {
        Directory.CreateDirectory(DeckFile);
        await Refused("this is a folder");
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("Lederdag", "no PowerPoint deck")]
    [InlineData("PK", "no PowerPoint deck")]
    [InlineData("PK\u0003\u0004 and then nothing", "cut short or damaged")]
    public async Task Other_bytes(string text, string message)
    {
        await File.WriteAllTextAsync(DeckFile, text);
        await Refused(message);
    }

    [Fact]
    public async Task A_deck_of_the_old_kind_or_a_locked_one()
    {
        await File.WriteAllBytesAsync(DeckFile, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        await Refused("the old kind (.ppt) or one locked with a password");
    }

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.presentation", "OpenDocument presentation")]
    [InlineData("mimetype", "application/epub+zip", "another kind")]
    [InlineData("slides.txt", "words", "a zip archive but no PowerPoint deck")]
    public async Task Another_zip(string entry, string text, string message)
    {
        using (var zip = ZipFile.Open(DeckFile, ZipArchiveMode.Create))
        {
            Write(zip, entry, text);
        }
        await Refused(message);
    }

    [Fact]
    public async Task A_Word_document()
    {
        using (var word = WordprocessingDocument.Create(DeckFile, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body());
        }
        await Refused("Word document");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(-200)]
    [InlineData(-1)]
    public async Task A_deck_cut_short(int length)
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord")));
        var bytes = await File.ReadAllBytesAsync(DeckFile);
        await File.WriteAllBytesAsync(DeckFile, bytes[..(length > 0 ? length : bytes.Length + length)]);
        await Refused("cut short or damaged");
    }

    [Fact]
    public async Task A_deck_without_slides()
    {
        Make(_ => { });
        await Refused("has no slides");
    }

    [Fact]
    public async Task A_slide_that_is_missing()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")));
        Change(zip => zip.Entries.Single(e => e.FullName.Contains("/slides/slide", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Delete());
        await Refused("deck.pptx: error: ");
    }

    [Fact]
    public async Task A_bomb()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")));
        ChangeSlide("<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">" + new string(' ', (int)DeckGuard.LargestPart) + "</p:sld>");
        Assert.True(new FileInfo(DeckFile).Length < 200_000);
        await Refused("unpacks to more than 20 MB");
    }

    [Fact]
    public async Task A_document_type()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")));
        ChangeSlide("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">&b;</p:sld>");
        await Refused("declares a document type (DTD)");
    }

    [Theory]
    [InlineData("<p:sld")]
    [InlineData("<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">&#xD800;</p:sld>")]
    [InlineData("<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">&#0;</p:sld>")]
    public async Task Broken_xml(string xml)
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")));
        ChangeSlide(xml);
        await Refused("is not well-formed XML");
    }

    [Fact]
    public async Task Elements_without_end()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")));
        var groups = string.Concat(Enumerable.Repeat("<p:grpSp>", 100_000));
        ChangeSlide($"<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree>{groups}");
        await Refused("elements more than 200 deep");
    }

    [Fact]
    public async Task A_part_that_lies_elsewhere()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag")).AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout", new Uri("https://example.org/layout.xml")));
        await Refused("keeps a part of itself elsewhere, at 'https://example.org/layout.xml'");
    }

    [Fact]
    public async Task Addresses_are_told_and_never_fetched()
    {
        Make(deck =>
        {
            var slide = deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord"), DeckMaker.Picture(7, "En bro", "<a:blip r:link=\"rIdPicture\"/>"));
            slide.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://example.org/bro.png"), "rIdPicture");
            slide.AddHyperlinkRelationship(new Uri("https://example.org/ord"), true, "rIdLink");
            slide.Slide!.Descendants<DocumentFormat.OpenXml.Drawing.RunProperties>().First().AddChild(new DocumentFormat.OpenXml.Drawing.HyperlinkOnClick { Id = "rIdLink" });
        });
        Assert.Equal(ExitCode.Done, (await Run()).Code);
        var report = await File.ReadAllTextAsync(_folder.At("draft/README.md"));
        Assert.Contains("linked from https://example.org/bro.png", report, StringComparison.Ordinal);
        Assert.Contains("https://example.org/ord", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_typed_wrongly_spoils_nothing()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord")));
        Change(zip =>
        {
            var rels = zip.Entries.Single(e => e.FullName.Contains("/slides/_rels/", StringComparison.Ordinal));
            var name = rels.FullName;
            using var reader = new StreamReader(rels.Open());
            var xml = reader.ReadToEnd().Replace("</Relationships>",
                "<Relationship Id=\"rIdBad\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@b,c@d http://[\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal);
            reader.Dispose();
            rels.Delete();
            Write(zip, name, xml);
        });
        Assert.Equal(ExitCode.Done, (await Run()).Code);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord")));
        _folder.Write("draft/mine.txt", "mine");
        var (code, error) = await Run();
        Assert.Equal(ExitCode.Faulty, code);
        Assert.Contains("draft: error: the folder holds something already", error, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(_folder.At("draft")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_left_alone()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord")));
        _folder.Write("draft", "mine");
        Assert.Equal(ExitCode.Faulty, (await Run()).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.At("draft")));
    }

    [Fact]
    public async Task An_empty_folder_and_one_in_a_folder_yet_to_be_made_are_taken()
    {
        Make(deck => deck.Slide(DeckMaker.Title("Dag"), DeckMaker.Body("Ord")));
        Directory.CreateDirectory(_folder.At("draft"));
        Assert.Equal(ExitCode.Done, (await Run()).Code);
        Assert.Equal(ExitCode.Done, (await Run("a/b/draft")).Code);
        Assert.True(File.Exists(_folder.At("a/b/draft/network.json")));
        Assert.Equal(["a", "deck.pptx", "draft"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "deck.pptx")]
    [InlineData("import", "deck.pptx", "")]
    [InlineData("import", "deck.pptx", "draft", "more")]
    [InlineData("import", "deck.pptx", "draft", "--language", "Danish!")]
    [InlineData("import", "deck.pptx", "draft", "--pdf")]
    public async Task A_command_line_that_makes_no_sense(params string[] args)
    {
        using var error = new StringWriter();
        Assert.Equal(ExitCode.Misused, await CommandLine.RunAsync(args, new Terminal(TextWriter.Null, error, ShowsProgress: false)));
        Assert.StartsWith("error: ", error.ToString(), StringComparison.Ordinal);
    }

    private void Make(Action<DeckMaker> make)
    {
        using var deck = new DeckMaker(DeckFile);
        make(deck);
    }

    private void Change(Action<ZipArchive> change)
    {
        using var zip = ZipFile.Open(DeckFile, ZipArchiveMode.Update);
        change(zip);
    }

    private void ChangeSlide(string xml) => Change(zip =>
    {
        var slide = zip.Entries.Single(e => e.FullName.Contains("/slides/slide", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal));
        var name = slide.FullName;
        slide.Delete();
        Write(zip, name, xml);
    });

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private async Task<(int Code, string Error)> Run(string folder = "draft")
    {
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["import", DeckFile, _folder.At(folder)], new Terminal(TextWriter.Null, error, ShowsProgress: false));
        return (code, error.ToString());
    }

    private async Task Refused(string message)
    {
        var (code, error) = await Run();
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Contains("deck.pptx: error: ", error, StringComparison.Ordinal);
        Assert.EndsWith("1 error; nothing was written." + Environment.NewLine, error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Faulty, code);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.Root), entry => Path.GetFileName(entry) != "deck.pptx");
    }
}
