using System.Net;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions.Runtime;

/// <summary>A function's life: takes event after event until its environment is gone.</summary>
/// <param name="client">The Runtime API.</param>
/// <param name="runner">Handles an event.</param>
/// <param name="log">Takes the log's lines.</param>
/// <param name="time">The clock.</param>
/// <param name="setVariable">Sets an environment variable of the process.</param>
internal sealed class RuntimeLoop(
    RuntimeClient client, InvocationRunner runner, ILogWriter log, TimeProvider time, Action<string, string?> setVariable)
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    /// <summary>Runs until there are no more events.</summary>
    /// <returns>Once the environment is gone.</returns>
    /// <exception cref="RuntimeApiException">The Runtime API does not answer any more.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            RuntimeInvocation? invocation;
            try
            {
                invocation = await client.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (RuntimeApiException exception) when (exception.IsGone)
            {
                return;
            }

            if (invocation is null)
            {
                new InvocationLog(log, time).Error("An event without a request id was left unanswered.", null);
                continue;
            }

            // The AWS SDK hands it on with its requests, so that a trace shows them.
            setVariable(TraceVariable, invocation.TraceId);
            await HandleAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(RuntimeInvocation invocation, CancellationToken cancellationToken)
    {
        InvocationLog invocationLog = new(log, time, invocation.RequestId, invocation.TraceId);
        try
        {
            ReadOnlyMemory<byte> answer;
            try
            {
                answer = await runner.RunAsync(invocation, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                invocationLog.Error("The invocation failed.", exception);
                await client.ReportErrorAsync(invocation.RequestId, exception, cancellationToken).ConfigureAwait(false);
                return;
            }

            await client.RespondAsync(invocation.RequestId, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (RuntimeApiException exception) when (exception.Status is { } status && status < HttpStatusCode.InternalServerError)
        {
            // It may have been taken at an attempt whose answer was lost, or come too late: the next event tells.
            invocationLog.Warn("The answer was refused.", ("status", (long)status), ("reason", exception.Message));
        }
    }
}
