using System.Reflection;
using System.Text;

namespace Ledelsesdag.Content.Tests;

/// <summary>Other networks build on the library: what it shows changes only on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_names_are_those_that_were_reviewed()
    {
        var api = new StringBuilder();
        foreach (var type in typeof(Network).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            api.Append(Kind(type)).Append(' ').Append(Name(type)).Append(type.BaseType is { } parent && Shown(parent) ? $" : {Name(parent)}" : "").Append('\n');
            foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(IsWritten).Select(Describe).Order(StringComparer.Ordinal))
            {
                api.Append("    ").Append(member).Append('\n');
            }
        }
        var file = Path.Combine(TestFolders.Project, "PublicApi.txt");
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt"), api.ToString());

        Assert.Equal(File.ReadAllText(file), api.ToString());
    }

    private static bool Shown(Type parent) => parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum);

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    // What the compiler adds to every record says nothing.
    private static bool IsWritten(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } method => method.Name is "op_LessThan" or "op_Implicit" or "op_Explicit",
        MethodInfo method => method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$"),
        FieldInfo field => !field.IsSpecialName,
        PropertyInfo property => property.Name != "EqualityContract",
        _ => true,
    };

    private static string Describe(MemberInfo member) => member switch
    {
        FieldInfo field => $"{field.Name} : {Name(field.FieldType)}",
        PropertyInfo property => $"{property.Name}{Parameters(property.GetIndexParameters(), '[', ']')} : {Name(property.PropertyType)}{(property.SetMethod is { IsPublic: true } ? " init" : "")}",
        MethodInfo method => $"{method.Name}{Parameters(method.GetParameters(), '(', ')', always: true)} : {Name(method.ReturnType)}",
        ConstructorInfo constructor => $"new{Parameters(constructor.GetParameters(), '(', ')', always: true)}",
        _ => member.ToString()!,
    };

    private static string Parameters(ParameterInfo[] parameters, char open, char close, bool always = false) =>
        parameters.Length == 0 && !always ? "" : open + string.Join(", ", parameters.Select(p => $"{Name(p.ParameterType)} {p.Name}")) + close;

    private static string Name(Type type) => type switch
    {
        { IsByRef: true } => "ref " + Name(type.GetElementType()!),
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ => type.Name,
    };
}
