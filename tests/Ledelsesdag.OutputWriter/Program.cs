using System.Globalization;
using Ledelsesdag.OutputWriter;
using Ledelsesdag.Site.Output;

// <exchange|rename> <output folder> <first site> <how many>: writes one numbered site after the other, and says so.
if (args is not [var way, var output, var firstText, var countText])
{
    Console.Error.WriteLine("usage: <exchange|rename> <output folder> <first site> <how many>");
    return 2;
}
var first = int.Parse(firstText, CultureInfo.InvariantCulture);
var input = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, "input");
for (var number = first; number < first + int.Parse(countText, CultureInfo.InvariantCulture); number++)
{
    Console.WriteLine($"writing {number}");
    using var folder = new OutputFolder(output, input, way == "exchange" ? FolderExchange.TryExchange : (_, _) => false);
    if (folder.Write(NumberedSite.Files(number)) is { } fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }
    Console.WriteLine($"written {number}");
}
return 0;
