namespace ModelMonitor.Contracts.Monitors;

/// <summary>An analysis configuration of SageMaker Clarify that a monitor names.</summary>
/// <param name="Name">The name of its file, which lies beside the monitor's.</param>
public sealed record ConfigurationFile(string Name)
{
    private const int LongestName = 100;

    /// <summary>Its content; null until whoever read the monitor's file has read this one, too.</summary>
    public string? Content { get; init; }

    /// <summary>Whether a text is the name of such a file, which no monitor file may have: of a file, never of a path.</summary>
    public static bool IsName(string name) =>
        name.Length <= LongestName
        && MonitorFileNames.IsConfiguration(name)
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
