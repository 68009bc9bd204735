using System.Diagnostics;
using System.Reflection;

namespace Ledelsesdag.Site.Tests.Packages;

/// <summary>The tool as another network gets it: packed, and installed from the package into an empty folder.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The package file.</summary>
    public string Package { get; private set; } = "";

    /// <summary>A folder with nothing in it, for what a test does with the tool.</summary>
    public string Workplace => Directory.CreateDirectory(_folder.At("work")).FullName;

    public async Task InitializeAsync()
    {
        var configuration = typeof(PackedTool).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var packed = await RunAsync("dotnet", RealSite.Checkout,
            "pack", Path.Combine(RealSite.Checkout, "site"), "--no-build", "--configuration", configuration, "--output", _folder.At("feed"), "-nodeReuse:false");
        Assert.True(packed.ExitCode == 0, packed.Text);
        Assert.DoesNotContain("warning", packed.Text, StringComparison.OrdinalIgnoreCase);
        Package = Assert.Single(Directory.GetFiles(_folder.At("feed"), "*.nupkg"));
        var installed = await RunAsync("dotnet", Workplace,
            "tool", "install", "Ledelsesdag", "--tool-path", _folder.At("tools"), "--source", _folder.At("feed"));
        Assert.True(installed.ExitCode == 0, installed.Text);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs the installed command in a folder.</summary>
    internal Task<Ended> RunToolAsync(string folder, params string[] arguments) => RunAsync(_folder.At("tools/ledelsesdag"), folder, arguments);

    /// <summary>Runs a line of a recipe in a folder, as the host would that has nothing but the SDK.</summary>
    /// <param name="folder">Where the recipe lies.</param>
    /// <param name="line">The line, for bash.</param>
    /// <param name="address">What the host says the site's address is, and the variable it says it in.</param>
    internal Task<Ended> RunLineAsync(string folder, string line, (string Name, string Value) address)
    {
        // The package is not published yet where this is tested, so this is the one source there is.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="feed" value="{_folder.At("feed")}" /></packageSources></configuration>
            """);
        return RunAsync("env", folder, $"{address.Name}={address.Value}", "bash", "-euo", "pipefail", "-c", line);
    }

    private async Task<Ended> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Packages this machine has seen before are not to be had: one of the same version would be taken for ours.
            Environment = { ["NUGET_PACKAGES"] = _folder.At("packages"), ["DOTNET_CLI_HOME"] = _folder.At("home"), ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    internal sealed record Ended(int ExitCode, string Output, string Error)
    {
        public string Text => Output + Error;
    }
}
