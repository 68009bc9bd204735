using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content;

/// <summary>Writes a network as the one JSON document that a site publishes and <see cref="NetworkLoader"/> reads.</summary>
public static class NetworkWriter
{
    /// <summary>The version of the document's form. It is part of the address, <c>/data/v1/</c>: another form gets another number and address.</summary>
    public const int Version = PublishedFile.CurrentVersion;

    private static readonly JsonTypeInfo<PublishedFile> Contract = MakeContract();

    /// <summary>Writes everything in the network: days, texts as their authors' Markdown, corrections, sources, glossary, pages.</summary>
    /// <remarks>
    /// <para>The same network gives the same bytes on every machine, and reading them and writing again gives them once more.
    /// UTF-8 without a byte order mark; letters such as æ stand as themselves, while what means something in HTML is
    /// escaped, so that the document is safe wherever it is put. Indented: a diagnostic's line and a diff then mean something,
    /// and compressed it makes little difference. A field that may be left out is, where it would say no or nothing.</para>
    /// <para>Nothing is validated; a network that was loaded is valid already.</para>
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="destination">Where to; left open. What it throws goes to the caller.</param>
    /// <param name="cancellation">Breaks the writing off.</param>
    /// <exception cref="OperationCanceledException">The writing was broken off.</exception>
    public static async Task WriteAsync(Network network, Stream destination, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(destination);
        await JsonSerializer.SerializeAsync(destination, DocumentOf(network), Contract, cancellation).ConfigureAwait(false);
        await destination.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
    }

    /// <summary>As <see cref="WriteAsync"/>, by the thread that asks: the same bytes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="destination">Where to, piece by piece; left open. What it throws goes to the caller.</param>
    public static void Write(Network network, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(destination);
        JsonSerializer.Serialize(destination, DocumentOf(network), Contract);
        destination.Write("\n"u8);
    }

    private static PublishedFile DocumentOf(Network network) => new() { Schema = ContentSchema.PublishedName, Version = Version, Network = network };

    private static JsonTypeInfo<PublishedFile> MakeContract()
    {
        var options = new JsonSerializerOptions(ContentJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = true,
            NewLine = "\n",
            TypeInfoResolver = ContentJsonContext.Default.WithAddedModifier(LeaveOutDefaults),
        };
        return (JsonTypeInfo<PublishedFile>)options.GetTypeInfo(typeof(PublishedFile));
    }

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => !LeafForm.IsRequired(property)))
        {
            if (property.PropertyType == typeof(bool))
            {
                property.ShouldSerialize = (_, value) => value is true;
            }
            else if (property.PropertyType.IsAssignableTo(typeof(IList)))
            {
                property.ShouldSerialize = (_, value) => value is IList { Count: > 0 };
            }
        }
    }
}
