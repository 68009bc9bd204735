using System.Globalization;
using System.Text;
using QRCoder;

namespace Ledelsesdag.Site.Components;

/// <summary>A QR code as lines: one a run of dark modules, each as thick as a module.</summary>
/// <param name="Size">How many modules wide and high it is, the light ones around it included.</param>
/// <param name="Path">The lines as the <c>d</c> of an SVG path whose unit is a module.</param>
public sealed record QrDrawing(int Size, string Path)
{
    // A seventh of the code may be hidden or torn: paper hangs in a room all day.
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.M;

    /// <summary>Draws the code that leads to an address. The same address gives the same drawing.</summary>
    /// <param name="address">A whole address, of 2331 bytes at most.</param>
    /// <exception cref="QRCoder.Exceptions.DataTooLongException">The address is longer.</exception>
    public static QrDrawing Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        // The matrix brings the four light modules around the code that readers need.
        using var code = QRCodeGenerator.GenerateQrCode(Encoding.UTF8.GetBytes(address), Correction);
        var matrix = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Count; y++)
        {
            var row = matrix[y];
            var pen = -1;
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x])
                {
                    continue;
                }
                var end = x;
                while (end < row.Count && row[end])
                {
                    end++;
                }
                path.Append(CultureInfo.InvariantCulture, $"{(pen < 0 ? $"M{x} {y}.5" : $"m{x - pen} 0")}h{end - x}");
                pen = x = end;
            }
        }
        return new(matrix.Count, path.ToString());
    }
}
