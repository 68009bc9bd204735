using System.Text.Encodings.Web;
using System.Text.Json;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>What a telephone needs to keep the site on its home screen: name, icons and colours, per language.</summary>
public static class WebManifest
{
    /// <summary>The manifest's name in a language's folder.</summary>
    public const string FileName = "site.webmanifest";

    /// <summary>The path of a language's manifest below the site's root, beginning with a slash, for a page to link to.</summary>
    public static string PathFor(Language language, Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Home(language, network) + FileName;
    }

    /// <summary>Writes the manifest of one language.</summary>
    public static OutputFile Write(Language language, Network network, SiteAddress address, IAssetUrls assets, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(theme);
        var home = address.Href(Home(language, network));
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("id", home);
            json.WriteString("name", network.Title.For(language).Value.Plain);
            json.WriteString("description", network.Description.For(language).Value.Plain);
            json.WriteString("lang", language.Tag);
            json.WriteString("start_url", home);
            json.WriteString("scope", address.BasePath);
            // There is no navigation of its own to replace the browser's back button with.
            json.WriteString("display", "minimal-ui");
            json.WriteString("background_color", theme.Paper.ToString());
            json.WriteString("theme_color", theme.Paper.ToString());
            json.WriteStartArray("icons");
            Icon(json, assets.Url("icons/favicon.svg"), "any", "image/svg+xml", "any");
            Icon(json, assets.Url("icons/icon-192.png"), "192x192", "image/png", "any maskable");
            Icon(json, assets.Url("icons/icon-512.png"), "512x512", "image/png", "any maskable");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return new OutputFile(PathFor(language, network)[1..], stream.ToArray());
    }

    private static string Home(Language language, Network network) =>
        language == network.Languages[0].Tag ? "/" : $"/{language.Tag}/";

    private static void Icon(Utf8JsonWriter json, string url, string sizes, string type, string purpose)
    {
        json.WriteStartObject();
        json.WriteString("src", url);
        json.WriteString("sizes", sizes);
        json.WriteString("type", type);
        json.WriteString("purpose", purpose);
        json.WriteEndObject();
    }
}
