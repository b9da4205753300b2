using System.Diagnostics;
using ModelMonitor.Testing;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A program that ran to its end, and what it wrote.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program in the checkout's top folder.</summary>
    public static async Task<ProgramRun> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, output, await errors);
    }

    /// <summary>Fails the test with all that the program wrote, unless it ended with one of these codes.</summary>
    public ProgramRun MustEndWith(params int[] exitCodes) => exitCodes.Contains(ExitCode)
        ? this
        : throw new InvalidOperationException($"Exit code {ExitCode}.\n{Errors}\n{Output}");
}
