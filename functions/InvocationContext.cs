using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions;

/// <summary>Whose work an invocation is.</summary>
/// <param name="RequestId">The id that Lambda gave it; of a retried event a new one each time.</param>
/// <param name="Deadline">When Lambda ends the function; its token is cancelled shortly before.</param>
/// <param name="Log">The log.</param>
public sealed record InvocationContext(string RequestId, DateTimeOffset Deadline, InvocationLog Log)
{
    /// <summary>The X-Ray trace that it belongs to; null for none.</summary>
    public string? TraceId { get; init; }
}
