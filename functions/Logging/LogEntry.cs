namespace ModelMonitor.Functions.Logging;

/// <summary>A line of the log.</summary>
public sealed record LogEntry
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How much it matters.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>What happened; it may quote what came from outside, line breaks and all.</summary>
    public required string Message { get; init; }

    /// <summary>Figures and names beside the message.</summary>
    public IReadOnlyList<LogField> Fields { get; init; } = [];

    /// <summary>What went wrong; null for nothing.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The invocation's id; null outside of invocations.</summary>
    public string? RequestId { get; init; }

    /// <summary>The X-Ray trace that the invocation belongs to; null for none.</summary>
    public string? TraceId { get; init; }
}
