using System.Globalization;
using System.Text;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.OutputWriter;

/// <summary>Small sites that can be told apart: no two have a page in common, and neighbours not even the same files.</summary>
public static class NumberedSite
{
    private const string Front = "index.html";

    /// <summary>The files of the site of that number.</summary>
    public static OutputFile[] Files(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return
        [
            Page(Front, text),
            Page("404.html", text),
            Page("en/index.html", text),
            .. Enumerable.Range(0, 4).Select(page => Page($"day/page-{page}/index.html", text)),
            .. Enumerable.Range(0, 3).Select(page => Page($"only-{(number % 2 == 0 ? "even" : "odd")}/{page}.html", text)),
            Page("assets/large.js", string.Concat(Enumerable.Repeat(text + "\n", 20_000))),
            Page("assets/never-changes.css", ""),
        ];
    }

    /// <summary>The number of the site that stands in a folder.</summary>
    /// <exception cref="InvalidDataException">It is none of the sites, or not the whole of one.</exception>
    public static int ReadWhole(string folder)
    {
        var front = File.ReadAllText(Path.Combine(folder, Front));
        if (!int.TryParse(front, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new InvalidDataException($"The front page says '{front}'.");
        }
        var files = Files(number);
        foreach (var file in files)
        {
            if (!file.Content.Span.SequenceEqual(File.ReadAllBytes(Path.Combine(folder, file.Path))))
            {
                throw new InvalidDataException($"{file.Path} is not that of site {number}.");
            }
        }
        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        if (there.Except(files.Select(file => file.Path)).Except([OutputFolder.Marker]).FirstOrDefault() is { } stray)
        {
            throw new InvalidDataException($"{stray} does not belong to site {number}.");
        }
        return number;
    }

    private static OutputFile Page(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
