using System.Diagnostics;

namespace ModelMonitor.Site.Tests;

/// <summary>The command <c>modelmonitor</c> as users run it.</summary>
internal static class CommandLineTool
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ModelMonitor.Cli.dll");

    /// <summary>Runs it, and throws all that it wrote unless it ends well.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Exit code {process.ExitCode}.\n{await errors}\n{output}");
        }
    }
}
