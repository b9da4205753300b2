using System.Text;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Cli.Invoking;

/// <summary>Runs a function's handler in this process.</summary>
/// <param name="terminal">Takes the log's lines and the metrics on its error output.</param>
/// <param name="time">The handler's clock.</param>
/// <param name="variable">Finds an environment variable; null for none.</param>
internal sealed class HandlerInvoker(Terminal terminal, TimeProvider time, Func<string, string?> variable)
{
    private const string RequestId = "invoke";

    /// <summary>Runs a handler on an event.</summary>
    /// <param name="request">What to run, on what.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>The handler's answer, UTF-8 JSON.</returns>
    /// <exception cref="ConfigurationException">There is no such handler, no such file, or nothing tells where the data are.</exception>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.Event))
        {
            throw new ConfigurationException("--event", "", $"there is no file '{request.Event}'; check the path.");
        }

        using MemoryStream metrics = new();
        Deployment deployment = new(
            PlaceOf("--artifacts", request.Artifacts, FunctionEnvironment.Artifacts),
            PlaceOf("--captures", request.Captures, FunctionEnvironment.Captures),
            request.Monitors ?? Value(FunctionEnvironment.Monitors) ?? "monitors",
            metrics,
            time);
        IHandler handler = HandlerCatalog.Create(request.Handler, deployment);
        byte[] payload = await File.ReadAllBytesAsync(request.Event, cancellationToken).ConfigureAwait(false);
        ScreenLogWriter log = new(terminal.Error, request.IsVerbose ? LogLevel.Trace : LogLevel.Info);
        InvocationContext context = new(RequestId, DateTimeOffset.MaxValue, new InvocationLog(log, time, RequestId));
        ReadOnlyMemory<byte> answer = await handler.HandleAsync(payload, context, cancellationToken).ConfigureAwait(false);
        terminal.Error.Write(Encoding.UTF8.GetString(metrics.ToArray()));
        return answer;
    }

    private string PlaceOf(string option, string? given, string variableName) =>
        given ?? Value(variableName)
            ?? throw new ConfigurationException(option, "", $"expected a folder or s3://bucket; give it, or set {variableName}.");

    private string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
