using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ledelsesdag.Mutants;

/// <summary>The library with every mutant in it, compiled.</summary>
internal static class MutatedLibrary
{
    private const string Switch = """
        internal static class MutantSwitch
        {
            public static int Active;
            public static bool[] Reached = new bool[100_000];
            public static bool Is(int id)
            {
                Reached[id] = true;
                return Active == id;
            }
        }
        """;

    /// <summary>Compiles the library and writes it to <paramref name="target"/>.</summary>
    /// <param name="lib">The library's sources.</param>
    /// <param name="binaries">Where its own build and what it depends on lie.</param>
    /// <param name="rooms">The folders below <paramref name="lib"/> that are mutated.</param>
    /// <param name="target">The assembly to write.</param>
    public static List<Mutant> Compile(string lib, string binaries, string[] rooms, string target)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var files = Directory.EnumerateFiles(lib, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(lib, file).StartsWith("bin", StringComparison.Ordinal) && !Path.GetRelativePath(lib, file).StartsWith("obj", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(lib, "obj", "Debug", "net10.0"), "*.cs"))
            .Order(StringComparer.Ordinal).ToList();
        var trees = files.ConvertAll(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Ledelsesdag", StringComparison.Ordinal) && !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create("Ledelsesdag.Content", [.. trees, CSharpSyntaxTree.ParseText(Switch, options)],
            [.. platform.Append(Path.Combine(binaries, "Markdig.dll")).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [Generator("System.Text.Json.SourceGeneration", "JsonSourceGenerator"), Generator("System.Text.RegularExpressions.Generator", "RegexGenerator")], parseOptions: options);
        // Contract and patterns are generated from the sources as they are; a mutant changes neither a type nor a pattern.
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);

        var skipped = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var mutants = new List<Mutant>();
            var keys = new List<string>();
            var mutated = whole;
            foreach (var tree in trees)
            {
                var name = Path.GetRelativePath(lib, tree.FilePath).Replace('\\', '/');
                if (rooms.Any(room => name.StartsWith(room + "/", StringComparison.Ordinal)))
                {
                    var mutator = new Mutator(whole.GetSemanticModel(tree), name, mutants, skipped);
                    var root = mutator.Visit(tree.GetRoot());
                    keys.AddRange(mutator.Keys);
                    mutated = mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, options));
                }
            }
            using var assembly = new MemoryStream();
            var emitted = mutated.Emit(assembly, manifestResources: Resources(Path.Combine(binaries, "Ledelsesdag.Content.dll")));
            if (emitted.Success)
            {
                File.WriteAllBytes(target, assembly.ToArray());
                Console.WriteLine($"{mutants.Count} mutants; {skipped.Count} would not compile and are left out");
                return mutants;
            }
            var before = skipped.Count;
            foreach (var error in emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            {
                foreach (var id in Guilty(error))
                {
                    skipped.Add(keys[id - 1]);
                }
            }
            if (skipped.Count == before)
            {
                throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
            }
        }
    }

    /// <summary>The mutant around an error, or all within the member around it when the error stands beside the mutant that made it.</summary>
    private static List<int> Guilty(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
        if (node.AncestorsAndSelf().SelectMany(Ids).FirstOrDefault() is > 0 and var id)
        {
            return [id];
        }
        var member = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is BlockSyntax && ancestor.DescendantNodes().SelectMany(Ids).Any()) ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        return [.. member.DescendantNodes().SelectMany(Ids)];
    }

    private static IEnumerable<int> Ids(SyntaxNode node) =>
        node.GetAnnotations(Mutator.Mark).Select(annotation => int.Parse(annotation.Data!, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<ResourceDescription> Resources(string built)
    {
        var assembly = Assembly.LoadFile(Path.GetFullPath(built));
        return assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true));
    }

    private static ISourceGenerator Generator(string assembly, string name)
    {
        // Beside the runtime: …/shared/Microsoft.NETCore.App/10.0.0 and …/packs/Microsoft.NETCore.App.Ref/10.0.0.
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var path = Directory.EnumerateFiles(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), assembly + ".dll", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}10.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();
        return ((IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetType($"{assembly}.{name}", throwOnError: true)!)!).AsSourceGenerator();
    }
}
