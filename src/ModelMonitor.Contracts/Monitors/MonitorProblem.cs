namespace ModelMonitor.Contracts.Monitors;

/// <summary>One thing wrong with a monitor file.</summary>
/// <param name="Path">The place as a JSON path (<c>$.dataQuality.features['Day Mins'].driftThreshold</c>).</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Message">What was found, what was expected, and how to mend it.</param>
public sealed record MonitorProblem(string Path, int Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"line {Line}: {Path}: {Message}";
}
