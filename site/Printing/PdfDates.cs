using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Printing;

/// <summary>The dates a browser writes into a PDF: when it was made, to the second, by the machine's clock.</summary>
internal static class PdfDates
{
    // D:20140225000000+00'00'
    private const int Digits = 14;
    private const int Offset = 7;

    /// <summary>
    /// Puts a date of the content in their place, so that the same content gives the same bytes. They are as long as
    /// before, for a PDF knows its parts by where they begin.
    /// </summary>
    public static void Set(Span<byte> pdf, DateOnly date)
    {
        var digits = Encoding.ASCII.GetBytes(date.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000");
        foreach (var name in (ReadOnlySpan<string>)["/CreationDate (D:", "/ModDate (D:"])
        {
            var key = Encoding.ASCII.GetBytes(name);
            for (var rest = pdf; rest.IndexOf(key) is >= 0 and var at;)
            {
                rest = rest[(at + key.Length)..];
                if (rest.Length < Digits || rest[..Digits].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                {
                    continue;
                }
                digits.CopyTo(rest);
                var offset = rest[Digits..];
                if (offset.Length >= Offset && offset[0] is (byte)'+' or (byte)'-')
                {
                    "+00'00'"u8.CopyTo(offset);
                }
            }
        }
    }
}
