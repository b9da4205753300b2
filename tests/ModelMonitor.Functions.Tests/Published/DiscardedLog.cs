using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>Keeps no log.</summary>
internal sealed class DiscardedLog : ILogWriter
{
    public void Write(LogEntry entry)
    {
    }
}
