using System.Collections.Concurrent;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>What a walk through a content file meets; a rule overrides what it is about.</summary>
internal abstract class ContentVisitor
{
    public virtual void Text(LocalizedText text, ContentPath path)
    {
    }

    public virtual void PlainText(string text, ContentPath path)
    {
    }

    public virtual void Slug(LocalizedSlug slug, ContentPath path)
    {
    }

    public virtual void Address(Uri address, ContentPath path)
    {
    }

    public virtual void Item(IHasProvenance item, ContentPath path)
    {
    }
}

/// <summary>
/// Walks through everything in a content file by its JSON contract, so that a rule about all texts holds for a field that
/// is added to the model tomorrow.
/// </summary>
/// <remarks>Many rules walk through each file, so what the first walk meets is kept as long as the walker. Safe for several threads.</remarks>
internal sealed class ContentWalker
{
    private readonly ConcurrentDictionary<ContentDocument, ContentParts> _parts = new();

    public void Walk(ContentDocument document, ContentVisitor visitor)
    {
        var parts = _parts.GetOrAdd(document, static document => new(document));
        for (var i = 0; i < parts.Values.Count; i++)
        {
            switch (parts.Values[i])
            {
                case LocalizedText text:
                    visitor.Text(text, new(parts, i));
                    break;
                case LocalizedSlug slug:
                    visitor.Slug(slug, new(parts, i));
                    break;
                case string text:
                    visitor.PlainText(text, new(parts, i));
                    break;
                case Uri address:
                    visitor.Address(address, new(parts, i));
                    break;
                case IHasProvenance item:
                    visitor.Item(item, new(parts, i));
                    break;
            }
        }
    }
}
