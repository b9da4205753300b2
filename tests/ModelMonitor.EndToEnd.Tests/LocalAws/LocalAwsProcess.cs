using System.Diagnostics;
using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>The process of <c>local_aws.py</c>, which ends with this one whatever happens.</summary>
internal sealed class LocalAwsProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private LocalAwsProcess(Process process, Task<string> errors, Addresses addresses)
    {
        _process = process;
        _errors = errors;
        Endpoint = addresses.Aws;
        Control = new LocalAwsControl(addresses.Control);
    }

    /// <summary>The address of all of AWS's services.</summary>
    public Uri Endpoint { get; }

    /// <summary>What AWS has no interface for.</summary>
    public LocalAwsControl Control { get; }

    public static async Task<LocalAwsProcess> StartAsync()
    {
        ProcessStartInfo start = new(Requirements.Python)
        {
            ArgumentList = { Path.Combine(Repository.Root, "tests", "ModelMonitor.EndToEnd.Tests", "LocalAws", "local_aws.py") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string? line = await process.StandardOutput.ReadLineAsync();
        return line is null
            ? throw new InvalidOperationException("The local AWS did not start: " + await errors)
            : new LocalAwsProcess(process, errors, JsonSerializer.Deserialize<Addresses>(line, LocalAwsControl.Json)!);
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }

    private sealed record Addresses(Uri Aws, Uri Control);
}
