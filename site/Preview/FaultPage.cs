using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Ledelsesdag.Site.Preview;

/// <summary>What a preview shows while there has not been a good site yet.</summary>
internal static class FaultPage
{
    public static byte[] Write(ImmutableArray<string> faults)
    {
        var items = string.Concat(faults.Select(fault => $"<li>{WebUtility.HtmlEncode(fault)}</li>"));
        var heading = faults.IsEmpty ? "The site is being built …" : "The site cannot be built yet";
        return Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{heading}</title>
            <link rel="stylesheet" href="{PreviewServer.OwnFolder}preview.css">
            <script type="module" src="{PreviewServer.OwnFolder}reload.js?site="></script>
            </head>
            <body>
            <main id="ledelsesdag-preview"><h1>{heading}</h1><ol>{items}</ol></main>
            </body>
            </html>

            """);
    }
}
