using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>What a walk through a content file meets; a rule overrides what it is about. A path is only good until the call returns.</summary>
internal abstract class ContentVisitor
{
    public virtual void Text(LocalizedText text, ReadOnlySpan<PathSegment> path)
    {
    }

    public virtual void PlainText(string text, ReadOnlySpan<PathSegment> path)
    {
    }

    public virtual void Slug(LocalizedSlug slug, ReadOnlySpan<PathSegment> path)
    {
    }

    public virtual void Address(Uri address, ReadOnlySpan<PathSegment> path)
    {
    }

    public virtual void Item(IHasProvenance item, ReadOnlySpan<PathSegment> path)
    {
    }
}

/// <summary>
/// Walks through everything in a content file by its JSON contract, so that a rule about all texts holds for a field that
/// is added to the model tomorrow.
/// </summary>
internal sealed class ContentWalker
{
    private readonly ContentVisitor _visitor;
    private readonly List<PathSegment> _path = [];

    private ContentWalker(ContentVisitor visitor) => _visitor = visitor;

    public static void Walk(ContentDocument document, ContentVisitor visitor) =>
        new ContentWalker(visitor).Visit(ContentJsonContext.Default.GetTypeInfo(document.GetType())!, document);

    private ReadOnlySpan<PathSegment> Path => CollectionsMarshal.AsSpan(_path);

    private void Visit(JsonTypeInfo type, object value)
    {
        switch (value)
        {
            case LocalizedText text:
                _visitor.Text(text, Path);
                break;
            case LocalizedSlug slug:
                _visitor.Slug(slug, Path);
                break;
            case string text:
                _visitor.PlainText(text, Path);
                break;
            case Uri address:
                _visitor.Address(address, Path);
                break;
            case IEnumerable items when type.Kind == JsonTypeInfoKind.Enumerable:
                var itemType = type.Options.GetTypeInfo(type.ElementType!);
                var index = 0;
                foreach (var item in items)
                {
                    _path.Add(index++);
                    Visit(itemType, item!);
                    _path.RemoveAt(_path.Count - 1);
                }
                break;
            default:
                if (value is IHasProvenance provenance)
                {
                    _visitor.Item(provenance, Path);
                }
                // Only an object's contract has properties; ids, numbers and dates end the walk here.
                foreach (var property in type.Properties)
                {
                    if (property.Get?.Invoke(value) is { } inner)
                    {
                        _path.Add(property.Name);
                        Visit(type.Options.GetTypeInfo(property.PropertyType), inner);
                        _path.RemoveAt(_path.Count - 1);
                    }
                }
                break;
        }
    }
}
