using System.Collections.Immutable;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;
using Language = Ledelsesdag.Content.Language;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// The one typeface of the cards. HarfBuzz places the glyphs and Skia gives their outlines, both in the font's own units; no
/// hinting and no setting of a machine comes between. Not for use by several threads at a time.
/// </summary>
internal sealed class CardType : IDisposable
{
    private const int UnitsPerEm = 1000;

    private readonly SKData _file;
    private readonly SKTypeface _typeface;
    private readonly SKFont _outlines;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;

    public CardType()
    {
        using var file = typeof(CardType).Assembly.GetManifestResourceStream("cards/texgyrepagella-regular.otf")!;
        // Outside the memory that .NET tidies: HarfBuzz goes on reading there, and Blob.FromStream would let it be moved.
        _file = SKData.Create(file);
        _typeface = SKTypeface.FromData(_file);
        _outlines = new SKFont(_typeface, UnitsPerEm) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        _blob = new Blob(_file.Data, (int)_file.Size, MemoryMode.ReadOnly);
        _face = new Face(_blob, 0);
        _font = new Font(_face);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        _font.SetFunctionsOpenType();
    }

    /// <summary>The words of a text, in ems; null when the typeface lacks one of its characters.</summary>
    public ImmutableArray<Word>? Shape(string text, Language language)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        // A space that does not break is no separator here.
        foreach (var word in text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ShapeWord(word, language) is not { } shaped)
            {
                return null;
            }
            words.Add(shaped);
        }
        return words.ToImmutable();
    }

    private Word? ShapeWord(string text, Language language)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        // Unless it is told the language, HarfBuzz takes that of the machine.
        buffer.Language = new HarfBuzzSharp.Language(language.Tag);
        buffer.GuessSegmentProperties();
        _font.Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(infos.Length);
        var x = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            if (infos[i].Codepoint == 0)
            {
                return null;
            }
            glyphs.Add(new((ushort)infos[i].Codepoint, (float)(x + positions[i].XOffset) / UnitsPerEm, (float)positions[i].YOffset / UnitsPerEm));
            x += positions[i].XAdvance;
        }
        return new(glyphs.MoveToImmutable(), (float)x / UnitsPerEm);
    }

    /// <summary>The outline of a glyph, from where the glyph stands; empty for a space.</summary>
    /// <param name="glyph">Its number in the typeface.</param>
    /// <param name="size">The pixels of an em.</param>
    public SKPath OutlineOf(ushort glyph, float size)
    {
        var outline = _outlines.GetGlyphPath(glyph) ?? new SKPath();
        outline.Transform(SKMatrix.CreateScale(size / UnitsPerEm, size / UnitsPerEm));
        return outline;
    }

    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _outlines.Dispose();
        _typeface.Dispose();
        _file.Dispose();
    }
}

/// <summary>A word without the space after it.</summary>
/// <param name="Glyphs">Its glyphs.</param>
/// <param name="Width">Its width in ems.</param>
internal sealed record Word(ImmutableArray<Glyph> Glyphs, float Width);

/// <summary>A glyph of a word.</summary>
/// <param name="Id">Its number in the typeface.</param>
/// <param name="X">Where it stands, in ems from the word's beginning.</param>
/// <param name="Y">How far above the baseline, in ems.</param>
internal readonly record struct Glyph(ushort Id, float X, float Y);
