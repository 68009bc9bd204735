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

    /// <summary>Writes everything the network holds, as <see cref="NetworkLoader"/> reads it, and its schema.</summary>
    public static async Task<ImmutableArray<OutputFile>> WriteAsync(Network network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var written = new MemoryStream();
        await NetworkWriter.WriteAsync(network, written, cancellation);
        // The buffer as it is: of a large network it is the largest file, and need not be there twice.
        return [new(NetworkPath, written.GetBuffer().AsMemory(0, (int)written.Length)), new(SchemaPath, ContentSchema.OfPublishedData.Utf8)];
    }
}
