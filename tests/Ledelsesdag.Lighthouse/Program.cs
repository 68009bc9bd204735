using System.Diagnostics;
using System.Text.Json;
using Ledelsesdag.Browser.Tests;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Tests;

// Serves the real site on this computer as a host does, and lets Lighthouse measure one page of each kind in each language.
//   Ledelsesdag.Lighthouse <folder of measure.mjs>
if (args is not [var folder])
{
    Console.Error.WriteLine("Lighthouse needs the folder of its script.");
    return 2;
}

// What the machine can at best be expected to do with any page.
var nothing = new OutputFile("nothing.html", "<!DOCTYPE html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width\"><title>Nothing</title><p>Nothing</p></html>"u8.ToArray());
var kinds = new List<object>();
await using var host = await StaticHost.StartAsync(
    async origin =>
    {
        // The address that pages name as theirs is the one they are served at, or Lighthouse would miss it.
        var address = new SiteAddress(new Uri(origin), "/");
        var map = RealSite.Map(address);
        kinds.AddRange(map.Network.Languages.SelectMany(l => map.EachKind(l.Tag)).Select(p => new { Path = address.Href(p.Path), p.Indexed }));
        var build = await RealSite.BuildAsync(address);
        return build.Faults.Any() ? throw new InvalidOperationException(string.Join("\n", build.Faults)) : [.. build.Files, nothing];
    },
    "/");

var start = new ProcessStartInfo("node", [Path.Combine(folder, "measure.mjs"), host.Origin])
{
    RedirectStandardInput = true,
    WorkingDirectory = folder,
};
start.Environment["CHROME_PATH"] = InstalledBrowser.Find();
using var node = Process.Start(start)!;
await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { Pages = kinds, Nothing = $"/{nothing.Path}" }, JsonSerializerOptions.Web));
node.StandardInput.Close();
await node.WaitForExitAsync();
return node.ExitCode;
