using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Ledelsesdag.Site.Import;

/// <summary>Why a file is not read as a deck; the message says what was found and what to do, as clauses without a full stop.</summary>
internal sealed class DeckRefusedException(string message) : Exception(message);

/// <summary>
/// Looks at a file before anybody parses it. A deck comes from anywhere: it may be no deck, or one that is made to fill
/// the memory or to lead the reader astray.
/// </summary>
internal static class DeckGuard
{
    /// <summary>The largest file taken: 200 MB, a deck with films in it.</summary>
    public const long LargestFile = 200_000_000;

    /// <summary>The most bytes of one part's XML.</summary>
    public const long LargestPart = 20_000_000;

    /// <summary>The most bytes of XML in the whole deck.</summary>
    public const long LargestTotal = 200_000_000;

    private const int MostParts = 50_000;

    // Parsers go down into elements by recursion; a slide needs about thirty.
    private const int DeepestElement = 200;

    private const string SaveAsPptx = "open it in PowerPoint or LibreOffice and save it as .pptx";

    /// <summary>Looks at the file as a whole, and at every XML part of it.</summary>
    /// <exception cref="DeckRefusedException">It is no deck, or one that is not to be opened.</exception>
    public static void Check(FileStream file)
    {
        if (file.Length > LargestFile)
        {
            throw new DeckRefusedException($"the file has {Megabytes(file.Length)} MB and at most {Megabytes(LargestFile)} are read; take films and large pictures out of the deck");
        }
        Span<byte> head = stackalloc byte[8];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new DeckRefusedException($"this is a deck of the old kind (.ppt) or one locked with a password, and neither can be read; take the password away, or {SaveAsPptx}");
        }
        if (read < 4 || !head.StartsWith("PK"u8))
        {
            throw new DeckRefusedException(read == 0 ? "the file is empty; fetch the deck again" : $"this is no PowerPoint deck (a .pptx begins with PK); {SaveAsPptx}");
        }
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            CheckKind(zip);
            CheckParts(zip);
        }
        catch (InvalidDataException)
        {
            throw new DeckRefusedException("the file is cut short or damaged; fetch the deck again, or let PowerPoint repair it and save it anew");
        }
        file.Position = 0;
    }

    /// <summary>Looks at one part, whatever its name, before it is parsed.</summary>
    public static void CheckXml(string part, Stream xml, ref long total)
    {
        using var counted = new CountedStream(xml, part, total);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(counted, settings);
            while (reader.Read())
            {
                if (reader.Depth > DeepestElement)
                {
                    throw new DeckRefusedException($"{part} has elements more than {DeepestElement} deep, as no slide has; the deck was not made by a presentation program");
                }
            }
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new DeckRefusedException($"{part} declares a document type (DTD), which no deck needs and which can do harm; {SaveAsPptx}");
        }
        catch (XmlException e)
        {
            throw new DeckRefusedException($"{part} is not well-formed XML ({e.Message.TrimEnd('.')}); let PowerPoint repair the deck and save it anew");
        }
        total = counted.Total;
    }

    private static void CheckKind(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
        {
            throw new DeckRefusedException(string.Create(CultureInfo.InvariantCulture, $"the file holds {zip.Entries.Count} parts and at most {MostParts} are read; it was not made by a presentation program"));
        }
        if (zip.GetEntry("mimetype") is { } mimetype)
        {
            using var reader = new StreamReader(mimetype.Open());
            var kind = new char[100];
            var what = new string(kind, 0, reader.ReadBlock(kind, 0, kind.Length)).Trim();
            throw new DeckRefusedException(what.StartsWith("application/vnd.oasis.opendocument.presentation", StringComparison.Ordinal)
                ? "this is an OpenDocument presentation (.odp); open it in LibreOffice or PowerPoint and save it as .pptx"
                : "this is a document of another kind than a PowerPoint deck; give the deck as .pptx");
        }
        if (zip.GetEntry("[Content_Types].xml") is null)
        {
            throw new DeckRefusedException($"this is a zip archive but no PowerPoint deck; unpack the deck from it, or {SaveAsPptx}");
        }
        if (zip.GetEntry("word/document.xml") is not null)
        {
            throw new DeckRefusedException("this is a Word document; give the PowerPoint deck (.pptx)");
        }
        if (zip.GetEntry("xl/workbook.xml") is not null)
        {
            throw new DeckRefusedException("this is an Excel workbook; give the PowerPoint deck (.pptx)");
        }
        if (zip.Entries.Select(entry => entry.FullName).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(names => names.Count() > 1) is { } twice)
        {
            throw new DeckRefusedException($"the file holds the part '{Shown(twice.Key)}' twice; let PowerPoint repair the deck and save it anew");
        }
    }

    private static void CheckParts(ZipArchive zip)
    {
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw new DeckRefusedException("the file is locked with a password; take the password away and save the deck again");
            }
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                using var xml = entry.Open();
                CheckXml($"its part '{Shown(entry.FullName)}'", xml, ref total);
            }
        }
    }

    internal static string Shown(string name)
    {
        var shown = ContentText.Visible(name);
        return shown.Length <= 100 ? shown : shown[..100] + "…";
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Lets through what a part may have and no byte more: the sizes that a zip archive names can be lies.</summary>
    private sealed class CountedStream(Stream inner, string part, long total) : Stream
    {
        private long _bytes;

        public long Total => total + _bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Counted(int read)
        {
            _bytes += read;
            if (_bytes > LargestPart)
            {
                throw new DeckRefusedException($"{part} unpacks to more than {Megabytes(LargestPart)} MB; no slide is that large, and the file would fill the memory");
            }
            if (Total > LargestTotal)
            {
                throw new DeckRefusedException($"the deck unpacks to more than {Megabytes(LargestTotal)} MB of text; divide it, or take out what is not needed");
            }
            return read;
        }
    }
}
