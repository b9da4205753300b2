using System.Diagnostics;
using System.Text.Json;
using ModelMonitor.Functions.Tests.Runtime;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>The executable running as a function, with nothing in its environment but what it is given.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _output;

    private RunningFunction(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    public static RunningFunction Start(string executable, FakeRuntimeApi api, string handler, params IEnumerable<(string Name, string Value)> variables)
    {
        ProcessStartInfo start = new(executable) { RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = "f";
        start.Environment["_HANDLER"] = handler;
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new RunningFunction(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, and the lines it logged.</returns>
    public async Task<(int ExitCode, IReadOnlyList<JsonElement> Log)> EndAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        await _process.WaitForExitAsync(limit.Token);
        string[] lines = (await _output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (_process.ExitCode, [.. lines.Select(line => JsonElement.Parse(line))]);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
