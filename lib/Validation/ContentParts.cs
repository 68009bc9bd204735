using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>What a walk through a content file meets.</summary>
internal sealed class ContentParts
{
    private readonly ContentDocument _document;

    public ContentParts(ContentDocument document)
    {
        _document = document;
        Collect(document, Shape.Of(document), [], (value, _) => Values.Add(value));
    }

    /// <summary>What rules ask for.</summary>
    public List<object> Values { get; } = [];

    /// <summary>
    /// Where each of <see cref="Values"/> is. Found by a walk of its own when the first is asked for: of most files there is nothing to say.
    /// </summary>
    public List<PathSegment[]> Paths => field ??= FindPaths();

    private List<PathSegment[]> FindPaths()
    {
        var paths = new List<PathSegment[]>(Values.Count);
        Collect(_document, Shape.Of(_document), [], (_, path) => paths.Add([.. path]));
        return paths;
    }

    /// <summary>Comes by every value, in the order in which its type has them.</summary>
    /// <param name="value">Where to begin.</param>
    /// <param name="shape">That value's.</param>
    /// <param name="path">The way to it.</param>
    /// <param name="found">Told of what rules ask for, and the way to it, which is another soon after.</param>
    private static void Collect(object value, Shape shape, List<PathSegment> path, Action<object, List<PathSegment>> found)
    {
        if (shape.IsPart)
        {
            found(value, path);
        }
        if (shape.Items is { } item)
        {
            var items = (IList)value;
            for (var i = 0; i < items.Count; i++)
            {
                path.Add(i);
                Collect(items[i]!, item, path, found);
                path.RemoveAt(path.Count - 1);
            }
        }
        foreach (var field in shape.Fields)
        {
            if (field.Get(value) is { } inner)
            {
                path.Add(field.Name);
                Collect(inner, field.Shape, path, found);
                path.RemoveAt(path.Count - 1);
            }
        }
    }

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

        public static Shape Of(ContentDocument document) => Of(ContentJsonContext.Default.GetTypeInfo(document.GetType())!);

        private static Shape Of(JsonTypeInfo type) => All.GetOrAdd(type.Type, static (_, type) => new(type), type);

        private static IEnumerable<Field> FieldsOf(JsonTypeInfo type)
        {
            // Only an object's contract has properties. What a file says of its schema is for editors.
            foreach (var property in type.Properties.Where(property => property.Name != "$schema"))
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
