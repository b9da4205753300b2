using System.Diagnostics;
using ModelMonitor.Testing;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What these tests need beside .NET; where something is missing they are skipped, with the reason.</summary>
internal static class Requirements
{
    private static readonly Lazy<string?> Reason = new(FindMissing);

    /// <summary>The Python that has moto.</summary>
    public const string Python = "python3";

    /// <summary>The CDK's command line, in the version that the app pins.</summary>
    public static string Cdk { get; } = Path.Combine(Repository.Root, "infra", "node_modules", ".bin", "cdk");

    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public static string? Missing => Reason.Value;

    private static string? FindMissing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "The functions' executable runs on Linux only.";
        }

        return !CanRun("node", "--version") ? "There is no node (https://nodejs.org)."
            : !File.Exists(Cdk) ? $"There is no {Cdk}: run 'npm ci' in infra."
            : !CanRun(Python, "-c", "import moto.server, jsonpath_ng, antlr4")
                ? $"{Python} has no moto: run 'pip install --requirement tests/ModelMonitor.EndToEnd.Tests/LocalAws/requirements.txt'."
            : null;
    }

    private static bool CanRun(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
