using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ledelsesdag.Site.Tests.Packages;

/// <summary>What is said of other people's packages is what the lock files and the packages themselves say.</summary>
public sealed partial class LicencesTests
{
    private static readonly string[] PassedOn = ["MIT", "BSD-2-Clause", "Apache-2.0"];

    // Nobody gets what only the tests use.
    private static readonly string[] Used = [.. PassedOn, "MPL-2.0"];

    // From before packages could name a licence.
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["https://raw.githubusercontent.com/xunit/xunit/master/license.txt"] = "Apache-2.0",
    };

    // They bring their licence as a file of their own.
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["CommandLineParser"] = "MIT",
        ["Microsoft.DotNet.PlatformAbstractions"] = "MIT",
    };

    private static string Notices { get; } = File.ReadAllText(Path.Combine(RealSite.Checkout, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var projects = Directory.EnumerateFiles(RealSite.Checkout, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).ToList();
        Assert.True(projects.Count > 5);
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(project, "packages.lock.json")), project));
    }

    [Fact]
    public void The_packages_that_the_library_and_the_tool_are_made_of_are_listed_with_their_licences() =>
        AssertListed(Locked("lib", "site"), "## In the library and the tool", PassedOn);

    [Fact]
    public void So_are_those_that_only_the_tests_use() =>
        AssertListed(Locked("tests").ExceptBy(Locked("lib", "site").Select(p => p.Id), p => p.Id), "## In the tests alone", Used);

    [Fact]
    public void Every_licence_that_is_passed_on_stands_there_in_full() =>
        Assert.All(PassedOn, licence => Assert.Matches($@"### {Regex.Escape(licence)}\n\n```text\n(?:.+\n|\n){{10,}}?```", Notices));

    private static void AssertListed(IEnumerable<(string Id, string Version)> packages, string heading, string[] allowed)
    {
        var said = packages.Select(package => (package.Id, Licence: LicenceOf(package.Id, package.Version))).Distinct().Order().ToList();
        Assert.NotEmpty(said);
        Assert.All(said, package => Assert.Contains(package.Licence, allowed));
        var section = Notices[Notices.IndexOf(heading, StringComparison.Ordinal)..].Split("\n## ")[0];
        Assert.Equal(said, Rows().Matches(section).Select(row => (row.Groups["id"].Value, row.Groups["licence"].Value)).Order());
    }

    private static IEnumerable<(string Id, string Version)> Locked(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RealSite.Checkout, folder), "packages.lock.json", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject())
        .SelectMany(framework => framework.Value.EnumerateObject())
        .Where(package => package.Value.TryGetProperty("resolved", out _))
        .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))
        .Distinct();

    private static string LicenceOf(string id, string version)
    {
        var root = typeof(LicencesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "NuGetPackageRoot").Value!;
        var name = id.ToLowerInvariant();
        var manifest = XDocument.Load(Path.Combine(root, name, version, name + ".nuspec")).Root!;
        string? Element(string element) => manifest.Descendants().FirstOrDefault(e => e.Name.LocalName == element && e.Attribute("type")?.Value != "file")?.Value;
        return Files.GetValueOrDefault(id) ?? Element("license") ?? Addresses.GetValueOrDefault(Element("licenseUrl") ?? "", "unknown");
    }

    [GeneratedRegex(@"^\| (?!Package )(?<id>[\w.]+) \| (?<licence>[\w.-]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();
}
