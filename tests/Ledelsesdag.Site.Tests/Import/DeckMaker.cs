using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Ledelsesdag.Site.Tests.Import;

/// <summary>
/// Makes small decks: a master whose body has bullets, as PowerPoint's have, a layout that says where things lie, and
/// slides written as XML, so that a test sees what it puts in.
/// </summary>
internal sealed class DeckMaker : IDisposable
{
    private const string Namespaces =
        "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" " +
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string TreeHead =
        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

    private readonly PresentationDocument _document;
    private readonly PresentationPart _presentation;
    private readonly SlideLayoutPart _layout;
    private readonly SlideIdList _slides;
    private uint _next = 256;

    public DeckMaker(string file)
    {
        File = file;
        _document = PresentationDocument.Create(file, PresentationDocumentType.Presentation);
        _presentation = _document.AddPresentationPart();
        _slides = new SlideIdList();
        var master = _presentation.AddNewPart<SlideMasterPart>("master");
        _layout = master.AddNewPart<SlideLayoutPart>("layout");
        _layout.AddPart(master, "master");
        master.SlideMaster = new SlideMaster(
            $"<p:sldMaster {Namespaces}><p:cSld><p:spTree>{TreeHead}</p:spTree></p:cSld>" +
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>" +
            "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"layout\"/></p:sldLayoutIdLst>" +
            "<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char=\"•\"/></a:lvl1pPr><a:lvl2pPr><a:buChar char=\"–\"/></a:lvl2pPr><a:lvl3pPr><a:buChar char=\"•\"/></a:lvl3pPr></p:bodyStyle></p:txStyles></p:sldMaster>");
        _layout.SlideLayout = new SlideLayout(
            $"<p:sldLayout {Namespaces} type=\"obj\"><p:cSld><p:spTree>{TreeHead}{Placeholder(2, "Layout title", "title", "", (0, 0, 1000, 100))}{Placeholder(3, "Layout body", "body", "", (0, 200, 1000, 400), 1)}</p:spTree></p:cSld></p:sldLayout>");
        _presentation.Presentation = new Presentation(
            new SlideMasterIdList(new SlideMasterId { Id = 2147483648, RelationshipId = "master" }), _slides, new NotesSize { Cx = 100, Cy = 100 });
    }

    public string File { get; }

    /// <summary>Adds a slide of the shapes given, each from one of the methods below.</summary>
    public SlidePart Slide(params string[] shapes)
    {
        var part = _presentation.AddNewPart<SlidePart>(string.Create(CultureInfo.InvariantCulture, $"slide{_next}"));
        part.AddPart(_layout);
        part.Slide = new Slide($"<p:sld {Namespaces}><p:cSld><p:spTree>{TreeHead}{string.Concat(shapes)}</p:spTree></p:cSld></p:sld>");
        _slides.Append(new SlideId { Id = _next, RelationshipId = _presentation.GetIdOfPart(part) });
        _next++;
        return part;
    }

    public static void Notes(SlidePart slide, string notes)
    {
        var part = slide.AddNewPart<NotesSlidePart>();
        part.NotesSlide = new NotesSlide(
            $"<p:notes {Namespaces}><p:cSld><p:spTree>{TreeHead}{Placeholder(2, "Slide image", "sldImg", "")}{Placeholder(3, "Notes", "body", Paragraphs(notes), index: 1)}</p:spTree></p:cSld></p:notes>");
    }

    public void Dispose()
    {
        _document.Dispose();
    }

    public static string Title(string text) => Placeholder(2, "Title 1", "title", Paragraphs("=" + text));

    public static string Body(params string[] paragraphs) => Placeholder(3, "Content 2", "body", Paragraphs(paragraphs), index: 1);

    /// <summary>A text box, whose paragraphs have no bullets.</summary>
    public static string Box(uint id, (int Left, int Top, int Width, int Height) place, params string[] paragraphs) =>
        Shape(id, string.Create(CultureInfo.InvariantCulture, $"Box {id}"), "", place, Paragraphs(paragraphs));

    public static string Placeholder(uint id, string name, string type, string paragraphs, (int Left, int Top, int Width, int Height)? place = null, int index = 0) =>
        Shape(id, name, string.Create(CultureInfo.InvariantCulture, $"<p:ph type=\"{type}\"{(index > 0 ? $" idx=\"{index}\"" : "")}/>"), place, paragraphs);

    public static string Picture(uint id, string? alt, string blip = "") =>
        $"<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Picture {id}\"{(alt is null ? "" : $" descr=\"{Escape(alt)}\"")}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>{blip}</p:blipFill><p:spPr>{Transform((0, 700, 10, 10))}</p:spPr></p:pic>";

    /// <summary>A group that lies at one place and gives its shapes' places in coordinates of its own.</summary>
    public static string Group(uint id, (int Left, int Top, int Width, int Height) place, (int Left, int Top, int Width, int Height) inner, params string[] shapes) =>
        $"<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"Group {id}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>" +
        $"<a:off x=\"{place.Left}\" y=\"{place.Top}\"/><a:ext cx=\"{place.Width}\" cy=\"{place.Height}\"/><a:chOff x=\"{inner.Left}\" y=\"{inner.Top}\"/><a:chExt cx=\"{inner.Width}\" cy=\"{inner.Height}\"/>" +
        $"</a:xfrm></p:grpSpPr>{string.Concat(shapes)}</p:grpSp>";

    /// <summary>A table; <c>¦</c> parts a cell's paragraphs.</summary>
    public static string Table(uint id, bool heading, params string[][] rows)
    {
        var cells = string.Concat(rows.Select(row => $"<a:tr h=\"10\">{string.Concat(row.Select(cell => $"<a:tc><a:txBody><a:bodyPr/>{Paragraphs([.. cell.Split('¦').Select(paragraph => "=" + paragraph)])}</a:txBody><a:tcPr/></a:tc>"))}</a:tr>"));
        return $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Table {id}\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"300\"/><a:ext cx=\"100\" cy=\"100\"/></p:xfrm>" +
            $"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr{(heading ? " firstRow=\"1\"" : "")}/><a:tblGrid>{string.Concat(rows[0].Select(_ => "<a:gridCol w=\"10\"/>"))}</a:tblGrid>{cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
    }

    /// <summary>A frame that holds something of another kind, such as a chart.</summary>
    public static string Frame(uint id, string uri) =>
        $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Frame {id}\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"800\"/><a:ext cx=\"10\" cy=\"10\"/></p:xfrm><a:graphic><a:graphicData uri=\"{uri}\"/></a:graphic></p:graphicFrame>";

    public static string Line(uint id) =>
        $"<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"Line {id}\"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp>";

    /// <summary>
    /// Paragraphs: each <c>&gt;</c> in front is a level, <c>#</c> after them a number the deck sets, <c>*</c> a bullet,
    /// and a line feed is a line break. What begins with <c>=</c> is all text.
    /// </summary>
    public static string Paragraphs(params string[] paragraphs)
    {
        var xml = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph;
            var level = 0;
            var bullet = "";
            if (text.StartsWith('='))
            {
                text = text[1..];
            }
            else
            {
                level = text.TakeWhile(c => c == '>').Count();
                text = text[level..];
                bullet = text.StartsWith('#') ? "<a:buAutoNum type=\"arabicPeriod\"/>" : text.StartsWith('*') ? "<a:buChar char=\"•\"/>" : "";
                text = bullet.Length > 0 ? text[1..] : text;
            }
            xml.Append(CultureInfo.InvariantCulture, $"<a:p><a:pPr lvl=\"{level}\">{bullet}</a:pPr>");
            xml.AppendJoin("<a:br/>", text.Split('\n').Select(line => $"<a:r><a:rPr lang=\"da-DK\"/><a:t>{Escape(line)}</a:t></a:r>"));
            xml.Append("</a:p>");
        }
        return xml.ToString();
    }

    private static string Shape(uint id, string name, string placeholder, (int Left, int Top, int Width, int Height)? place, string paragraphs) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{(place is { } p ? Transform(p) : "")}</p:spPr>" +
        $"<p:txBody><a:bodyPr/><a:lstStyle/>{(paragraphs.Length == 0 ? "<a:p/>" : paragraphs)}</p:txBody></p:sp>";

    private static string Transform((int Left, int Top, int Width, int Height) place) =>
        $"<a:xfrm><a:off x=\"{place.Left}\" y=\"{place.Top}\"/><a:ext cx=\"{place.Width}\" cy=\"{place.Height}\"/></a:xfrm>";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
