using System.Diagnostics;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>The executable of the functions, as it is deployed; published once when it is not there.</summary>
public sealed class PublishedExecutable : IAsyncLifetime
{
    private static readonly string Folder = System.IO.Path.Combine(Repository.Root, "artifacts", "functions", "linux-x64");

    /// <summary>Its path.</summary>
    public string Path { get; } = System.IO.Path.Combine(Folder, "bootstrap");

    public async Task InitializeAsync()
    {
        if (File.Exists(Path) || !OperatingSystem.IsLinux())
        {
            return;
        }

        ProcessStartInfo start = new("dotnet", ["publish", "functions", "-c", "Release", "-r", "linux-x64", "-o", Folder])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using Process publish = Process.Start(start)!;
        string output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
