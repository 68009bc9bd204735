namespace Ledelsesdag.Content.Loading.Files;

/// <summary>A network with everything it holds, as one document: what a site publishes for other programs.</summary>
internal sealed class PublishedFile : ContentDocument
{
    /// <summary>The version of the form that this library reads and writes. Another number is another form, at another address.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of this form: 1. What is added later leaves everything else as it is.</summary>
    public required int Version { get; init; }

    /// <summary>The network: its days, its glossary, its own pages.</summary>
    public required Network Network { get; init; }
}
