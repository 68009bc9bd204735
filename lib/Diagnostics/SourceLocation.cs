namespace Ledelsesdag.Content;

/// <summary>Where in an author's file something stands.</summary>
/// <param name="File">The file's path below the content folder, with <c>/</c> on every system; the address of published data, or <c>network.json</c> when it came as a stream.</param>
/// <param name="Line">The line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column from 1, in UTF-16 units as editors count; 0 when the whole file is meant.</param>
public readonly record struct SourceLocation(string File, int Line, int Column) : IComparable<SourceLocation>
{
    /// <summary>The file as a whole.</summary>
    public static SourceLocation Whole(string file) => new(file, 0, 0);

    /// <summary>By file in ordinal order, then line, then column.</summary>
    public int CompareTo(SourceLocation other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    /// <summary><c>file(line,column)</c>, or the file alone when all of it is meant.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";

    /// <summary>See <see cref="CompareTo"/>.</summary>
    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;

    /// <summary>See <see cref="CompareTo"/>.</summary>
    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;

    /// <summary>See <see cref="CompareTo"/>.</summary>
    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;

    /// <summary>See <see cref="CompareTo"/>.</summary>
    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;
}
