using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ledelsesdag.Content.Tests.Schemas;

/// <summary>The library's own documentation, as the compiler wrote it, in words about JSON instead of C#.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(Network).Assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The summary of a type or a property; null when it has none.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        Type type => Summary($"T:{type.FullName}"),
        _ => Summary($"P:{member.DeclaringType!.FullName}.{member.Name}")
            ?? member.DeclaringType.GetInterfaces().Select(type => Summary($"P:{type.FullName}.{member.Name}")).FirstOrDefault(summary => summary is not null),
    };

    private static string? Summary(string name)
    {
        if (!Members.TryGetValue(name, out var member))
        {
            return null;
        }
        if (member.Element("inheritdoc") is { } inherited)
        {
            return inherited.Attribute("cref") is { } source ? Summary(source.Value) : null;
        }
        var words = new StringBuilder();
        foreach (var node in member.Element("summary")!.Nodes())
        {
            words.Append(node switch
            {
                XText plain => plain.Value,
                // A name of C# is written with a capital, the same name in JSON without.
                XElement { Name.LocalName: "see" } see => LowerFirst(see.Attribute("cref")!.Value.Split('.')[^1]),
                XElement { Name.LocalName: "c" } code => code.Value,
                _ => throw new NotSupportedException($"The documentation of {name} has an element that a schema's description knows nothing of: {node}"),
            });
        }
        var text = Space().Replace(words.ToString(), " ").Trim();
        return text.Replace("null when", "left out when", StringComparison.Ordinal);
    }

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
