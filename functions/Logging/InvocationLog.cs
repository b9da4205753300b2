namespace ModelMonitor.Functions.Logging;

/// <summary>The log of one invocation: every line carries its request and its trace.</summary>
/// <param name="writer">Takes the lines.</param>
/// <param name="time">The clock.</param>
/// <param name="requestId">The invocation's id; null outside of invocations.</param>
/// <param name="traceId">The X-Ray trace that it belongs to; null for none.</param>
public sealed class InvocationLog(ILogWriter writer, TimeProvider time, string? requestId = null, string? traceId = null)
{
    /// <summary>Logs what helps to follow a decision.</summary>
    public void Debug(string message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Debug, message, null, fields);

    /// <summary>Logs what was done.</summary>
    public void Info(string message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Info, message, null, fields);

    /// <summary>Logs that something is not as it should be, though the work goes on.</summary>
    public void Warn(string message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Warn, message, null, fields);

    /// <summary>Logs a failure.</summary>
    public void Error(string message, Exception? exception, params ReadOnlySpan<LogField> fields) =>
        Write(LogLevel.Error, message, exception, fields);

    /// <summary>Logs why the process ends.</summary>
    public void Fatal(string message, Exception? exception, params ReadOnlySpan<LogField> fields) =>
        Write(LogLevel.Fatal, message, exception, fields);

    private void Write(LogLevel level, string message, Exception? exception, ReadOnlySpan<LogField> fields) =>
        writer.Write(new LogEntry
        {
            Time = time.GetUtcNow(),
            Level = level,
            Message = message,
            Fields = [.. fields],
            Exception = exception,
            RequestId = requestId,
            TraceId = traceId,
        });
}
