namespace ModelMonitor.Statistics;

/// <summary>Stored state that is damaged, truncated, of another type, or written by a newer version.</summary>
public sealed class CorruptStateException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found and what was expected.</param>
    public CorruptStateException(string message)
        : base(message)
    {
    }
}
