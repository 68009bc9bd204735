using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Ledelsesdag.Site.Output;
using A = DocumentFormat.OpenXml.Drawing;
using Charts = DocumentFormat.OpenXml.Drawing.Charts;
using Diagrams = DocumentFormat.OpenXml.Drawing.Diagrams;

namespace Ledelsesdag.Site.Import;

/// <summary>Reads a PowerPoint file into a <see cref="Deck"/>. Nothing the file links to is fetched.</summary>
internal sealed class DeckReader
{
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly HashSet<OpenXmlPart> _checked = [];
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);
    private long _xmlBytes;

    private DeckReader()
    {
    }

    /// <summary>Reads a deck; what is wrong with it comes back as the fault.</summary>
    public static (Deck? Deck, SiteFault? Fault) Read(string path, CancellationToken cancellation = default)
    {
        var shown = SiteFault.Shown(path);
        try
        {
            if (Directory.Exists(path))
            {
                return (null, new SiteFault(shown, 0, "this is a folder; name the deck itself, a .pptx file"));
            }
            if (!File.Exists(path))
            {
                return (null, new SiteFault(shown, 0, "there is no such file; name the deck, a .pptx file"));
            }
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            DeckGuard.Check(file);
            return (new DeckReader().Read(file, Path.GetFileName(path), cancellation), null);
        }
        catch (DeckRefusedException e)
        {
            return (null, new SiteFault(shown, 0, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new SiteFault(shown, 0, $"the file cannot be read ({e.Message.TrimEnd('.')}); check its permissions, and that no other program holds it"));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException
            or InvalidOperationException or ArgumentException or KeyNotFoundException or UriFormatException)
        {
            return (null, new SiteFault(shown, 0, $"the deck is damaged ({ContentText.OneLine(ContentText.Visible(e.Message)).TrimEnd('.')}); let PowerPoint repair it and save it anew"));
        }
    }

    private Deck Read(FileStream file, string name, CancellationToken cancellation)
    {
        var settings = new OpenSettings
        {
            MaxCharactersInPart = DeckGuard.LargestPart,
            MarkupCompatibilityProcessSettings = new(MarkupCompatibilityProcessMode.ProcessAllParts, FileFormatVersions.Microsoft365),
        };
        using var document = PresentationDocument.Open(file, isEditable: false, settings);
        if (document.PresentationPart is not { } presentation)
        {
            throw new DeckRefusedException("the file holds no presentation; give a PowerPoint deck (.pptx)");
        }
        RefuseParts(presentation);
        Guard(presentation);
        var ids = presentation.Presentation?.SlideIdList?.Elements<SlideId>().ToList() ?? [];
        if (ids.Count == 0)
        {
            throw new DeckRefusedException("the deck has no slides; give one that has");
        }
        var slides = ImmutableArray.CreateBuilder<DeckSlide>(ids.Count);
        foreach (var id in ids)
        {
            cancellation.ThrowIfCancellationRequested();
            if (id.RelationshipId?.Value is not { } relationship || !presentation.TryGetPartById(relationship, out var part) || part is not SlidePart slide)
            {
                throw new DeckRefusedException($"slide {slides.Count + 1} is named in the deck but missing from the file; let PowerPoint repair it and save it anew");
            }
            slides.Add(ReadSlide(slide, slides.Count + 1));
        }
        var language = _languages.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Key).FirstOrDefault();
        return new(name, language, slides.DrainToImmutable());
    }

    private DeckSlide ReadSlide(SlidePart part, int number)
    {
        RefuseParts(part);
        Guard(part);
        var layout = part.SlideLayoutPart;
        var master = layout?.SlideMasterPart;
        Guard(layout);
        Guard(master);
        var inherited = new Inheritance(layout?.SlideLayout, master?.SlideMaster);
        var isTitleSlide = layout?.SlideLayout?.Type?.Value == SlideLayoutValues.Title;
        var shapes = new List<DeckShape>();
        if (part.Slide?.CommonSlideData?.ShapeTree is { } tree)
        {
            ReadTree(tree, part, inherited, isTitleSlide, Frame.Slide, shapes);
        }
        var title = shapes.FindIndex(shape => shape.Kind == DeckShapeKind.Title);
        var ordered = ReadingOrder.Of(shapes.Where((_, index) => index != title), shape => shape.Place);
        if (title >= 0)
        {
            ordered = ordered.Insert(0, shapes[title]);
        }
        if (part.NotesSlidePart is { } notes)
        {
            Guard(notes);
            var below = new List<DeckShape>();
            if (notes.NotesSlide?.CommonSlideData?.ShapeTree is { } notesTree)
            {
                ReadTree(notesTree, notes, Inheritance.None, false, Frame.Slide, below);
            }
            ordered = ordered.AddRange(below.Select(shape => shape with
            {
                Kind = shape.Kind switch
                {
                    DeckShapeKind.Footer or DeckShapeKind.Picture or DeckShapeKind.NotesFrame or DeckShapeKind.Group => shape.Kind,
                    _ => DeckShapeKind.Notes,
                },
            }));
        }
        var comments = part.SlideCommentsPart is not null || part.commentParts.Any();
        return new(number, part.Slide?.Show?.Value == false, comments, ordered);
    }

    private void ReadTree(OpenXmlCompositeElement tree, OpenXmlPart part, Inheritance inherited, bool isTitleSlide, Frame frame, List<DeckShape> shapes)
    {
        foreach (var element in tree.ChildElements)
        {
            switch (element)
            {
                case NonVisualGroupShapeProperties or GroupShapeProperties or ExtensionListWithModification or ExtensionList:
                    break;
                case GroupShape group:
                    shapes.Add(Named(group.NonVisualGroupShapeProperties?.NonVisualDrawingProperties, DeckShapeKind.Group) with
                    {
                        Place = frame.Within(group.GroupShapeProperties?.TransformGroup?.Offset, group.GroupShapeProperties?.TransformGroup?.Extents),
                    });
                    ReadTree(group, part, inherited, isTitleSlide, frame.Of(group.GroupShapeProperties?.TransformGroup), shapes);
                    break;
                default:
                    // Alternatives that the parser could not decide between are read as the first of them.
                    if (element.LocalName == "AlternateContent")
                    {
                        if (element.FirstChild is OpenXmlCompositeElement first)
                        {
                            ReadTree(first, part, inherited, isTitleSlide, frame, shapes);
                        }
                        break;
                    }
                    shapes.Add(ReadShape(element, part, inherited, isTitleSlide, frame));
                    break;
            }
        }
    }

    private DeckShape ReadShape(OpenXmlElement element, OpenXmlPart part, Inheritance inherited, bool isTitleSlide, Frame frame) => element switch
    {
        Shape shape => ReadTextShape(shape, part, inherited, isTitleSlide, frame),
        Picture picture => ReadPicture(picture, part, inherited, frame),
        GraphicFrame graphic => ReadGraphic(graphic, part, inherited, frame),
        ConnectionShape line => Named(line.NonVisualConnectionShapeProperties?.NonVisualDrawingProperties, DeckShapeKind.Line) with
        {
            Place = frame.Within(line.ShapeProperties?.Transform2D?.Offset, line.ShapeProperties?.Transform2D?.Extents),
        },
        _ => Named(element.Descendants<NonVisualDrawingProperties>().FirstOrDefault(), DeckShapeKind.Unknown) with
        {
            Detail = element.LocalName,
            Paragraphs = LooseWords(element),
        },
    };

    private DeckShape ReadTextShape(Shape shape, OpenXmlPart part, Inheritance inherited, bool isTitleSlide, Frame frame)
    {
        var placeholder = shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;
        var type = placeholder?.Type?.Value ?? PlaceholderValues.Object;
        var kind = placeholder is null ? DeckShapeKind.Text
            : type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle ? DeckShapeKind.Title
            : type == PlaceholderValues.Footer || type == PlaceholderValues.Header || type == PlaceholderValues.DateAndTime || type == PlaceholderValues.SlideNumber ? DeckShapeKind.Footer
            : type == PlaceholderValues.SlideImage ? DeckShapeKind.NotesFrame
            : DeckShapeKind.Text;
        var transform = shape.ShapeProperties?.Transform2D ?? inherited.Transform(placeholder);
        var styles = inherited.ListStyles(shape.TextBody?.ListStyle, placeholder);
        return Named(shape.NonVisualShapeProperties?.NonVisualDrawingProperties, kind) with
        {
            Place = frame.Within(transform?.Offset, transform?.Extents),
            IsDeckTitle = kind == DeckShapeKind.Title && (isTitleSlide || type == PlaceholderValues.CenteredTitle),
            Paragraphs = ReadParagraphs(shape.TextBody, styles),
            Links = Links(shape, part),
        };
    }

    private static DeckShape ReadPicture(Picture picture, OpenXmlPart part, Inheritance inherited, Frame frame)
    {
        var properties = picture.NonVisualPictureProperties;
        var application = properties?.ApplicationNonVisualDrawingProperties;
        var isMedia = application is not null && application.ChildElements.Any(child => child is A.VideoFromFile or A.AudioFromFile or A.AudioFromCD or A.QuickTimeFromFile or A.WaveAudioFile);
        var transform = picture.ShapeProperties?.Transform2D ?? inherited.Transform(application?.PlaceholderShape);
        var blip = picture.BlipFill?.Blip;
        return Named(properties?.NonVisualDrawingProperties, isMedia ? DeckShapeKind.Media : DeckShapeKind.Picture) with
        {
            Place = frame.Within(transform?.Offset, transform?.Extents),
            Detail = blip?.Embed?.Value is { } inside && part.TryGetPartById(inside, out var media) ? media.Uri.OriginalString.TrimStart('/')
                : blip?.Link?.Value is { } outside ? $"linked from {AddressOf(part, outside)}" : null,
            Links = Links(picture, part),
        };
    }

    private DeckShape ReadGraphic(GraphicFrame graphic, OpenXmlPart part, Inheritance inherited, Frame frame)
    {
        var properties = graphic.NonVisualGraphicFrameProperties;
        var transform = graphic.Transform;
        var inheritedPlace = inherited.Transform(properties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape);
        var shape = Named(properties?.NonVisualDrawingProperties, DeckShapeKind.Unknown) with
        {
            Place = transform is { Offset: not null } ? frame.Within(transform.Offset, transform.Extents) : frame.Within(inheritedPlace?.Offset, inheritedPlace?.Extents),
            Links = Links(graphic, part),
        };
        var data = graphic.Graphic?.GraphicData;
        switch (data?.Uri?.Value)
        {
            case "http://schemas.openxmlformats.org/drawingml/2006/table" when data.GetFirstChild<A.Table>() is { } table:
                return shape with { Kind = DeckShapeKind.Table, Table = ReadTable(table) };
            case "http://schemas.openxmlformats.org/drawingml/2006/chart" or "http://schemas.microsoft.com/office/drawing/2014/chartex":
                return shape with { Kind = DeckShapeKind.Chart, Paragraphs = ChartWords(data, part) };
            case "http://schemas.openxmlformats.org/drawingml/2006/diagram":
                return shape with { Kind = DeckShapeKind.Diagram, Paragraphs = DiagramWords(data, part) };
            case "http://schemas.openxmlformats.org/presentationml/2006/ole":
                return shape with { Kind = DeckShapeKind.EmbeddedObject, Detail = data.Descendants<OleObject>().FirstOrDefault()?.ProgId?.Value, Paragraphs = LooseWords(data) };
            default:
                return shape with { Detail = data?.Uri?.Value ?? graphic.LocalName, Paragraphs = data is null ? [] : LooseWords(data) };
        }
    }

    private DeckTable ReadTable(A.Table table) => new(
        table.TableProperties?.FirstRow?.Value == true,
        [
            .. table.Elements<A.TableRow>().Select(row => new DeckRow(
            [
                .. row.Elements<A.TableCell>().Select(cell => new DeckCell(
                    cell.GridSpan?.Value > 1 || cell.RowSpan?.Value > 1 || cell.HorizontalMerge?.Value == true || cell.VerticalMerge?.Value == true,
                    ReadParagraphs(cell.TextBody, []))),
            ])),
        ]);

    private ImmutableArray<DeckParagraph> ReadParagraphs(OpenXmlCompositeElement? body, ImmutableArray<OpenXmlElement> styles) =>
        [.. body?.Elements<A.Paragraph>().Select(paragraph => ReadParagraph(paragraph, styles)) ?? []];

    private DeckParagraph ReadParagraph(A.Paragraph paragraph, ImmutableArray<OpenXmlElement> styles)
    {
        var text = new StringBuilder();
        foreach (var child in paragraph.ChildElements)
        {
            switch (child)
            {
                case A.Run run:
                    text.Append(run.Text?.Text);
                    CountLanguage(run.RunProperties?.Language?.Value, run.Text?.Text.Length ?? 0);
                    break;
                case A.Break:
                    text.Append('\n');
                    break;
                case A.Field field:
                    text.Append(field.Text?.Text);
                    break;
                case A.ParagraphProperties or A.EndParagraphRunProperties:
                    break;
                default:
                    // A formula, or whatever the next version of the format puts among the runs.
                    text.Append(string.Concat(Words(child)));
                    break;
            }
        }
        var level = Math.Clamp(paragraph.ParagraphProperties?.Level?.Value ?? 0, 0, 8);
        var numbering = NumberingOf(paragraph.ParagraphProperties)
            ?? styles.Select(style => NumberingOf(style.ChildElements.FirstOrDefault(child => child.LocalName == $"lvl{level + 1}pPr"))).FirstOrDefault(found => found is not null)
            ?? Numbering.None;
        return new(text.ToString(), level, numbering);
    }

    private static Numbering? NumberingOf(OpenXmlElement? properties)
    {
        foreach (var child in properties?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        {
            switch (child)
            {
                case A.NoBullet:
                    return Numbering.None;
                case A.AutoNumberedBullet:
                    return Numbering.Number;
                case A.CharacterBullet or A.PictureBullet:
                    return Numbering.Bullet;
            }
        }
        return null;
    }

    private void CountLanguage(string? tag, int characters)
    {
        if (tag?.Split('-')[0] is { Length: 2 or 3 } primary && primary.All(char.IsAsciiLetter))
        {
            primary = primary.ToLowerInvariant();
            _languages[primary] = _languages.GetValueOrDefault(primary) + characters;
        }
    }

    /// <summary>A diagram's words stand in a part of their own, one point each.</summary>
    private ImmutableArray<DeckParagraph> DiagramWords(OpenXmlElement data, OpenXmlPart part)
    {
        if (data.GetFirstChild<Diagrams.RelationshipIds>()?.DataPart?.Value is not { } id || !part.TryGetPartById(id, out var found) || found is not DiagramDataPart diagram)
        {
            return [];
        }
        Guard(diagram);
        return
        [
            .. diagram.RootElement?.Descendants<Diagrams.Point>()
                .SelectMany(point => point.Descendants<A.Paragraph>())
                .Select(paragraph => ReadParagraph(paragraph, []) with { Level = 0, Numbering = Numbering.Bullet })
                .Where(paragraph => !paragraph.IsBlank) ?? [],
        ];
    }

    /// <summary>A chart's title, names of axes, series and categories, each once.</summary>
    private ImmutableArray<DeckParagraph> ChartWords(OpenXmlElement data, OpenXmlPart part)
    {
        if (data.GetFirstChild<Charts.ChartReference>()?.Id?.Value is not { } id || !part.TryGetPartById(id, out var found) || found is not ChartPart chart)
        {
            return [];
        }
        Guard(chart);
        var words = chart.ChartSpace?.Descendants().Where(e => e is A.Text || (e is Charts.NumericValue && e.Ancestors<Charts.StringCache>().Any())).Select(e => e.InnerText) ?? [];
        return [.. words.Where(word => !string.IsNullOrWhiteSpace(word)).Distinct(StringComparer.Ordinal).Select(word => new DeckParagraph(word, 0, Numbering.Bullet))];
    }

    private static ImmutableArray<DeckParagraph> LooseWords(OpenXmlElement element) =>
        string.Concat(Words(element)) is { } words && !string.IsNullOrWhiteSpace(words) ? [new(words, 0, Numbering.None)] : [];

    private static IEnumerable<string> Words(OpenXmlElement element) =>
        element.Descendants().Where(e => e.LocalName == "t" && !e.HasChildren).Select(e => e.InnerText);

    private static DeckShape Named(NonVisualDrawingProperties? properties, DeckShapeKind kind) => new()
    {
        Id = properties?.Id?.Value ?? 0,
        Name = properties?.Name?.Value ?? "",
        Kind = kind,
        Place = default,
        AltText = string.IsNullOrWhiteSpace(properties?.Description?.Value) ? null : properties.Description.Value,
    };

    private static ImmutableArray<string> Links(OpenXmlElement shape, OpenXmlPart part) =>
    [
        .. shape.Descendants().Where(e => e is A.HyperlinkOnClick or A.HyperlinkOnHover or A.HyperlinkOnMouseOver)
            .Select(e => e.GetAttributes().FirstOrDefault(a => a.LocalName == "id" && a.NamespaceUri == OfficeDocument).Value)
            .OfType<string>().Where(id => id.Length > 0)
            .Select(id => AddressOf(part, id)).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private static string? AddressOf(OpenXmlPart part, string id) =>
        part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString ?? part.ExternalRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString;

    /// <summary>Addresses that words and pictures link to are told and never fetched; a slide that lies elsewhere is no part of this file.</summary>
    private static void RefuseParts(OpenXmlPart part)
    {
        foreach (var outside in part.ExternalRelationships)
        {
            if (outside.RelationshipType.Split('/')[^1] is "slide" or "slideLayout" or "slideMaster" or "notesSlide" or "notesMaster" or "theme" or "presProps" or "diagramData")
            {
                throw new DeckRefusedException($"the deck keeps a part of itself elsewhere, at '{DeckGuard.Shown(outside.Uri.OriginalString)}', and nothing is fetched from outside; save it as one whole .pptx");
            }
        }
    }

    private void Guard(OpenXmlPart? part)
    {
        if (part is not null && _checked.Add(part))
        {
            using var xml = part.GetStream(FileMode.Open, FileAccess.Read);
            DeckGuard.CheckXml($"its part '{DeckGuard.Shown(part.Uri.OriginalString)}'", xml, ref _xmlBytes);
        }
    }

    /// <summary>The coordinates that a group's shapes are given in, seen from the slide.</summary>
    private readonly record struct Frame(double Left, double Top, double ScaleX, double ScaleY)
    {
        public static Frame Slide { get; } = new(0, 0, 1, 1);

        public Box Within(A.Offset? offset, A.Extents? extents) => new(
            Left + (ScaleX * (offset?.X?.Value ?? 0)), Top + (ScaleY * (offset?.Y?.Value ?? 0)), ScaleX * (extents?.Cx?.Value ?? 0), ScaleY * (extents?.Cy?.Value ?? 0));

        public Frame Of(A.TransformGroup? group)
        {
            if (group is not { Offset: not null, Extents: not null, ChildOffset: not null, ChildExtents: not null })
            {
                return this;
            }
            var outer = Within(group.Offset, group.Extents);
            var scaleX = group.ChildExtents.Cx?.Value is > 0 and var cx ? outer.Width / cx : ScaleX;
            var scaleY = group.ChildExtents.Cy?.Value is > 0 and var cy ? outer.Height / cy : ScaleY;
            return new(outer.Left - (scaleX * (group.ChildOffset.X?.Value ?? 0)), outer.Top - (scaleY * (group.ChildOffset.Y?.Value ?? 0)), scaleX, scaleY);
        }
    }

    /// <summary>What a placeholder takes from its slide's layout and master where it says nothing itself.</summary>
    private sealed class Inheritance(SlideLayout? layout, SlideMaster? master)
    {
        public static Inheritance None { get; } = new(null, null);

        public A.Transform2D? Transform(PlaceholderShape? placeholder) =>
            Models(placeholder).Select(shape => shape.ShapeProperties?.Transform2D).FirstOrDefault(transform => transform is not null);

        public ImmutableArray<OpenXmlElement> ListStyles(A.ListStyle? own, PlaceholderShape? placeholder)
        {
            var type = placeholder?.Type?.Value ?? PlaceholderValues.Object;
            OpenXmlElement? text = placeholder is null ? null
                : type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle ? master?.TextStyles?.TitleStyle
                : IsBody(type) ? master?.TextStyles?.BodyStyle
                : master?.TextStyles?.OtherStyle;
            return [.. new[] { own }.Concat(Models(placeholder).Select(shape => shape.TextBody?.ListStyle)).Append(text).OfType<OpenXmlElement>()];
        }

        private IEnumerable<Shape> Models(PlaceholderShape? placeholder)
        {
            if (placeholder is null)
            {
                yield break;
            }
            var inLayout = Find(layout?.CommonSlideData?.ShapeTree, p => (p.Index?.Value ?? 0) == (placeholder.Index?.Value ?? 0) && SameKind(p, placeholder))
                ?? Find(layout?.CommonSlideData?.ShapeTree, p => SameKind(p, placeholder) && !IsBody(p.Type?.Value ?? PlaceholderValues.Object));
            if (inLayout is not null)
            {
                yield return inLayout;
            }
            if (Find(master?.CommonSlideData?.ShapeTree, p => SameKind(p, placeholder)) is { } inMaster)
            {
                yield return inMaster;
            }
        }

        private static Shape? Find(ShapeTree? tree, Func<PlaceholderShape, bool> matches) =>
            tree?.Elements<Shape>().FirstOrDefault(s => s.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape is { } p && matches(p));

        private static bool SameKind(PlaceholderShape one, PlaceholderShape other)
        {
            var (a, b) = (one.Type?.Value ?? PlaceholderValues.Object, other.Type?.Value ?? PlaceholderValues.Object);
            return a == b || (IsBody(a) && IsBody(b)) || (IsTitle(a) && IsTitle(b));
        }

        private static bool IsTitle(PlaceholderValues type) => type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle;

        private static bool IsBody(PlaceholderValues type) =>
            type == PlaceholderValues.Object || type == PlaceholderValues.Body || type == PlaceholderValues.SubTitle || type == PlaceholderValues.Table
            || type == PlaceholderValues.Chart || type == PlaceholderValues.Diagram || type == PlaceholderValues.Picture || type == PlaceholderValues.Media;
    }
}
