using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Output;

/// <summary>The content as data for other programs. The version of its form is part of the address, so that an address never changes its form.</summary>
public static class PublishedData
{
    /// <summary>The folder of every version.</summary>
    public const string Folder = "data";

    /// <summary>Where the whole network stands, below the output folder.</summary>
    public static readonly string NetworkPath = FormattableString.Invariant($"{Folder}/v{NetworkWriter.Version}/network.json");

    /// <summary>Where the schema of it stands, which it names.</summary>
    public static readonly string SchemaPath = FormattableString.Invariant($"{Folder}/v{NetworkWriter.Version}/{ContentSchema.OfPublishedData.FileName}");

    /// <summary>Everything the network holds, as <see cref="NetworkLoader"/> reads it, and its schema.</summary>
    public static ImmutableArray<OutputFile> Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
        [
            OutputFile.WrittenInPieces(NetworkPath, destination => NetworkWriter.Write(network, destination)),
            new(SchemaPath, ContentSchema.OfPublishedData.Utf8),
        ];
    }
}
