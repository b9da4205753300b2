namespace ModelMonitor.Reading;

/// <summary>One thing that could not be read: where it is and why.</summary>
/// <param name="File">The object's key.</param>
/// <param name="Line">The line in it, from 1; 0 when the whole object is meant.</param>
/// <param name="Reason">What was found and what was expected; text from the traffic in it is cut short and escaped.</param>
public sealed record UnreadableSample(string File, long Line, string Reason);
