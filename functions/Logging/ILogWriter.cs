namespace ModelMonitor.Functions.Logging;

/// <summary>Writes the lines of the log somewhere.</summary>
public interface ILogWriter
{
    /// <summary>Writes a line. Any thread may call it.</summary>
    void Write(LogEntry entry);
}
