using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>What a walk through a content file meets; a rule overrides what it is about.</summary>
internal abstract class ContentVisitor
{
    public virtual void Text(LocalizedText text, PathSegment[] path)
    {
    }

    public virtual void PlainText(string text, PathSegment[] path)
    {
    }

    public virtual void Slug(LocalizedSlug slug, PathSegment[] path)
    {
    }

    public virtual void Address(Uri address, PathSegment[] path)
    {
    }

    public virtual void Item(IHasProvenance item, PathSegment[] path)
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
    private readonly ConcurrentDictionary<ContentDocument, ImmutableArray<Part>> _parts = new();

    public void Walk(ContentDocument document, ContentVisitor visitor)
    {
        foreach (var (value, path) in _parts.GetOrAdd(document, PartsOf))
        {
            switch (value)
            {
                case LocalizedText text:
                    visitor.Text(text, path);
                    break;
                case LocalizedSlug slug:
                    visitor.Slug(slug, path);
                    break;
                case string text:
                    visitor.PlainText(text, path);
                    break;
                case Uri address:
                    visitor.Address(address, path);
                    break;
                case IHasProvenance item:
                    visitor.Item(item, path);
                    break;
            }
        }
    }

    private static ImmutableArray<Part> PartsOf(ContentDocument document)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        Collect(document, Shape.Of(ContentJsonContext.Default.GetTypeInfo(document.GetType())!), [], parts);
        return parts.DrainToImmutable();
    }

    private static void Collect(object value, Shape shape, List<PathSegment> path, ImmutableArray<Part>.Builder parts)
    {
        if (shape.IsPart)
        {
            parts.Add(new(value, [.. path]));
        }
        if (shape.Items is { } item)
        {
            var items = (IList)value;
            for (var i = 0; i < items.Count; i++)
            {
                path.Add(i);
                Collect(items[i]!, item, path, parts);
                path.RemoveAt(path.Count - 1);
            }
        }
        foreach (var field in shape.Fields)
        {
            if (field.Get(value) is { } inner)
            {
                path.Add(field.Name);
                Collect(inner, field.Shape, path, parts);
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    /// <summary>Something that rules ask for, and where it is.</summary>
    private readonly record struct Part(object Value, PathSegment[] Path);

    /// <summary>A field that may lead to something that rules ask for.</summary>
    private sealed record Field(string Name, Func<object, object?> Get, Shape Shape);

    /// <summary>How to walk through the values of a type.</summary>
    private sealed class Shape
    {
        private static readonly ConcurrentDictionary<Type, Shape> All = new();

        private readonly JsonTypeInfo _type;

        private Shape(JsonTypeInfo type) => (_type, IsPart) = (type, IsPartType(type.Type) || type.Type.IsAssignableTo(typeof(IHasProvenance)));

        /// <summary>Whether the value itself is what rules ask for.</summary>
        public bool IsPart { get; }

        /// <summary>What each item of a list is; null for what is no list.</summary>
        public Shape? Items => field ??= _type.Kind == JsonTypeInfoKind.Enumerable ? Of(_type.Options.GetTypeInfo(_type.ElementType!)) : null;

        // Found when they are asked for and not before: a question has follow-ups, which are questions.
        public Field[] Fields => field ??= [.. FieldsOf(_type)];

        public static Shape Of(JsonTypeInfo type) => All.GetOrAdd(type.Type, static (_, type) => new(type), type);

        private static IEnumerable<Field> FieldsOf(JsonTypeInfo type)
        {
            // Only an object's contract has properties.
            foreach (var property in type.Properties)
            {
                if (property.Get is { } get && type.Options.GetTypeInfo(property.PropertyType) is var inner && LeadsOn(inner))
                {
                    yield return new(property.Name, get, Of(inner));
                }
            }
        }

        /// <summary>Whether there is anything for rules in such a value; not in ids, numbers and dates, nor in lists of them.</summary>
        private static bool LeadsOn(JsonTypeInfo type) => type.Kind switch
        {
            JsonTypeInfoKind.Object => true,
            JsonTypeInfoKind.Enumerable => LeadsOn(type.Options.GetTypeInfo(type.ElementType!)),
            _ => IsPartType(type.Type),
        };

        private static bool IsPartType(Type type) =>
            type == typeof(LocalizedText) || type == typeof(LocalizedSlug) || type == typeof(string) || type == typeof(Uri);
    }
}
