using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// Methods in the form in which .NET's ahead-of-time compiler is told of them (.mibc): an assembly whose one method loads the token of
/// each. The tool that writes it for others, dotnet-pgo, is in no package.
/// </summary>
internal sealed class MethodProfile
{
    // In the compiler's words: the methods belong to this assembly, and all that they need is compiled with it.
    private const string Group = "ledelsesdag;";

    private readonly MetadataBuilder _metadata = new();
    private readonly Dictionary<Assembly, EntityHandle> _assemblies = [];
    private readonly Dictionary<Type, EntityHandle> _types = [];

    private MethodProfile()
    {
    }

    /// <summary>The profile of these methods, whatever their order.</summary>
    public static byte[] Of(IEnumerable<MethodBase> methods)
    {
        var profile = new MethodProfile();
        var code = new InstructionEncoder(new BlobBuilder());
        foreach (var method in methods.OrderBy(method => $"{method.DeclaringType} {method}", StringComparer.Ordinal))
        {
            Load(code, profile.Reference(method));
        }
        return profile.Assembled(code);
    }

    private static void Load(InstructionEncoder code, EntityHandle token)
    {
        code.OpCode(ILOpCode.Ldtoken);
        code.Token(token);
        code.OpCode(ILOpCode.Pop);
    }

    private byte[] Assembled(InstructionEncoder methods)
    {
        var bodies = new BlobBuilder();
        var code = new MethodBodyStreamEncoder(bodies);
        methods.OpCode(ILOpCode.Ret);
        var group = Define("Methods", code.AddMethodBody(methods));
        var groups = new InstructionEncoder(new BlobBuilder());
        groups.LoadString(_metadata.GetOrAddUserString(Group));
        Load(groups, group);
        groups.OpCode(ILOpCode.Ret);
        Define("AssemblyDictionary", code.AddMethodBody(groups));

        _metadata.AddTypeDefinition(default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), group);
        _metadata.AddModule(0, _metadata.GetOrAddString("start.mibc"), _metadata.GetOrAddGuid(Guid.Empty), default, default);
        _metadata.AddAssembly(_metadata.GetOrAddString("start"), new Version(1, 0), default, default, default, default);
        var file = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), bodies, deterministicIdProvider: _ => default).Serialize(file);
        return file.ToArray();
    }

    private MethodDefinitionHandle Define(string name, int body)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, returned => returned.Void(), _ => { });
        return _metadata.AddMethodDefinition(MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, _metadata.GetOrAddString(name),
            _metadata.GetOrAddBlob(signature), body, default);
    }

    private EntityHandle Reference(MethodBase method)
    {
        // As it is declared, with the parameters of its type and its own instead of what stands for them here.
        var declared = method.Module.ResolveMethod(method.MetadataToken)!;
        var parameters = declared.GetParameters();
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(genericParameterCount: declared.IsGenericMethod ? declared.GetGenericArguments().Length : 0, isInstanceMethod: !declared.IsStatic).Parameters(
            parameters.Length,
            returned => Encode(returned, (declared as MethodInfo)?.ReturnParameter),
            all => Array.ForEach(parameters, parameter => Encode(all.AddParameter(), parameter)));
        EntityHandle reference = _metadata.AddMemberReference(Reference(method.DeclaringType!), _metadata.GetOrAddString(method.Name), _metadata.GetOrAddBlob(signature));
        if (!method.IsGenericMethod)
        {
            return reference;
        }
        var arguments = method.GetGenericArguments();
        var specification = new BlobBuilder();
        var encoder = new BlobEncoder(specification).MethodSpecificationSignature(arguments.Length);
        Array.ForEach(arguments, argument => Encode(encoder.AddArgument(), argument));
        return _metadata.AddMethodSpecification(reference, _metadata.GetOrAddBlob(specification));
    }

    private EntityHandle Reference(Type type)
    {
        if (!type.IsConstructedGenericType)
        {
            return Named(type);
        }
        var signature = new BlobBuilder();
        Encode(new BlobEncoder(signature).TypeSpecificationSignature(), type);
        return _metadata.AddTypeSpecification(_metadata.GetOrAddBlob(signature));
    }

    private EntityHandle Named(Type type)
    {
        if (!_types.TryGetValue(type, out var handle))
        {
            EntityHandle scope = type.DeclaringType is { } around ? Named(around) : Named(type.Assembly);
            var space = type.DeclaringType is null && type.Namespace is { } name ? _metadata.GetOrAddString(name) : default;
            _types.Add(type, handle = _metadata.AddTypeReference(scope, space, _metadata.GetOrAddString(type.Name)));
        }
        return handle;
    }

    private EntityHandle Named(Assembly assembly)
    {
        if (!_assemblies.TryGetValue(assembly, out var handle))
        {
            var name = assembly.GetName();
            var key = name.GetPublicKeyToken() is { Length: > 0 } token ? _metadata.GetOrAddBlob(token) : default;
            _assemblies.Add(assembly, handle = _metadata.AddAssemblyReference(_metadata.GetOrAddString(name.Name!), name.Version!, default, key, default, default));
        }
        return handle;
    }

    private void Encode(ReturnTypeEncoder encoder, ParameterInfo? returned)
    {
        Modify(encoder.CustomModifiers(), returned);
        if (returned is null || returned.ParameterType == typeof(void))
        {
            // A constructor returns nothing, too.
            encoder.Void();
        }
        else
        {
            Encode(encoder.Type(returned.ParameterType.IsByRef), Referred(returned.ParameterType));
        }
    }

    private void Encode(ParameterTypeEncoder encoder, ParameterInfo parameter)
    {
        Modify(encoder.CustomModifiers(), parameter);
        Encode(encoder.Type(parameter.ParameterType.IsByRef), Referred(parameter.ParameterType));
    }

    private void Modify(CustomModifiersEncoder encoder, ParameterInfo? parameter)
    {
        foreach (var modifier in parameter?.GetRequiredCustomModifiers() ?? [])
        {
            encoder = encoder.AddModifier(Named(modifier), isOptional: false);
        }
        foreach (var modifier in parameter?.GetOptionalCustomModifiers() ?? [])
        {
            encoder = encoder.AddModifier(Named(modifier), isOptional: true);
        }
    }

    private static Type Referred(Type type) => type.IsByRef ? type.GetElementType()! : type;

    private void Encode(SignatureTypeEncoder encoder, Type type)
    {
        if (type.IsGenericMethodParameter)
        {
            encoder.GenericMethodTypeParameter(type.GenericParameterPosition);
        }
        else if (type.IsGenericTypeParameter)
        {
            encoder.GenericTypeParameter(type.GenericParameterPosition);
        }
        else if (type.IsSZArray)
        {
            Encode(encoder.SZArray(), type.GetElementType()!);
        }
        else if (type.IsArray)
        {
            var rank = type.GetArrayRank();
            encoder.Array(element => Encode(element, type.GetElementType()!), shape => shape.Shape(rank, [], [.. new int[rank]]));
        }
        else if (type == typeof(void*))
        {
            encoder.VoidPointer();
        }
        else if (type.IsPointer)
        {
            Encode(encoder.Pointer(), type.GetElementType()!);
        }
        else if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments();
            var generic = encoder.GenericInstantiation(Named(type.GetGenericTypeDefinition()), arguments.Length, type.IsValueType);
            Array.ForEach(arguments, argument => Encode(generic.AddArgument(), argument));
        }
        else if (Primitives.TryGetValue(type, out var code))
        {
            encoder.PrimitiveType(code);
        }
        else if (type == typeof(object))
        {
            encoder.Object();
        }
        else
        {
            encoder.Type(Named(type), type.IsValueType);
        }
    }

    private static readonly ImmutableDictionary<Type, PrimitiveTypeCode> Primitives = ImmutableDictionary.CreateRange<Type, PrimitiveTypeCode>(
    [
        new(typeof(bool), PrimitiveTypeCode.Boolean), new(typeof(char), PrimitiveTypeCode.Char), new(typeof(string), PrimitiveTypeCode.String),
        new(typeof(sbyte), PrimitiveTypeCode.SByte), new(typeof(byte), PrimitiveTypeCode.Byte),
        new(typeof(short), PrimitiveTypeCode.Int16), new(typeof(ushort), PrimitiveTypeCode.UInt16),
        new(typeof(int), PrimitiveTypeCode.Int32), new(typeof(uint), PrimitiveTypeCode.UInt32),
        new(typeof(long), PrimitiveTypeCode.Int64), new(typeof(ulong), PrimitiveTypeCode.UInt64),
        new(typeof(nint), PrimitiveTypeCode.IntPtr), new(typeof(nuint), PrimitiveTypeCode.UIntPtr),
        new(typeof(float), PrimitiveTypeCode.Single), new(typeof(double), PrimitiveTypeCode.Double),
    ]);
}
