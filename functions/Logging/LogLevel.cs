namespace ModelMonitor.Functions.Logging;

/// <summary>How much a log line matters, in the order and with the words of Lambda's <c>AWS_LAMBDA_LOG_LEVEL</c>.</summary>
public enum LogLevel
{
    /// <summary>Each step; off unless asked for.</summary>
    Trace,

    /// <summary>What helps to follow a decision; off unless asked for.</summary>
    Debug,

    /// <summary>What was done.</summary>
    Info,

    /// <summary>Something is not as it should be, and the work went on.</summary>
    Warn,

    /// <summary>An invocation failed.</summary>
    Error,

    /// <summary>The process ends.</summary>
    Fatal,
}
