using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions.Runtime;

/// <summary>Handles one event within its time.</summary>
/// <param name="handler">Handles it.</param>
/// <param name="log">Takes the log's lines.</param>
/// <param name="time">The clock.</param>
internal sealed class InvocationRunner(IHandler handler, ILogWriter log, TimeProvider time)
{
    /// <summary>The largest answer, in bytes, that Lambda carries.</summary>
    public const int LargestAnswer = 6 * 1024 * 1024;

    // What is left of the time to tell the error in, rather than to be ended without a word.
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    /// <summary>Handles an event.</summary>
    /// <exception cref="TimeoutException">The handler was stopped because the function's time is almost over.</exception>
    /// <exception cref="InvalidOperationException">The answer is larger than Lambda carries.</exception>
    /// <remarks>What the handler throws goes on to the caller. A handler that does not heed its token is ended by Lambda.</remarks>
    public async Task<ReadOnlyMemory<byte>> RunAsync(RuntimeInvocation invocation, CancellationToken cancellationToken)
    {
        InvocationLog invocationLog = new(log, time, invocation.RequestId, invocation.TraceId);
        InvocationContext context = new(invocation.RequestId, invocation.Deadline, invocationLog) { TraceId = invocation.TraceId };
        using CancellationTokenSource limit = new(TimeLeft(invocation.Deadline), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            ReadOnlyMemory<byte> answer = await handler.HandleAsync(invocation.Payload, context, stop.Token).ConfigureAwait(false);
            return answer.Length <= LargestAnswer
                ? answer
                : throw new InvalidOperationException(
                    $"{handler.Name} answered {answer.Length} bytes, and Lambda carries at most {LargestAnswer}.");
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{handler.Name} was stopped because the function's time is over; give the function more time or memory.", exception);
        }
    }

    private TimeSpan TimeLeft(DateTimeOffset deadline)
    {
        TimeSpan left = deadline - time.GetUtcNow();
        TimeSpan margin = left / 10 < LongestMargin ? left / 10 : LongestMargin;
        return left <= TimeSpan.Zero ? TimeSpan.Zero
            : left > LongestLimit ? Timeout.InfiniteTimeSpan
            : left - margin;
    }
}
