namespace ModelMonitor.Contracts.Monitors;

/// <summary>A script that a monitor names.</summary>
/// <param name="Name">The name of its file, which lies beside the monitor's.</param>
public sealed record ScriptFile(string Name)
{
    private const string Extension = ".js";
    private const int LongestName = 100;

    /// <summary>Its text; null until whoever read the monitor's file has read this one, too.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a text is the name of a script: of a file, never of a path.</summary>
    public static bool IsName(string name) =>
        name.Length > Extension.Length && name.Length <= LongestName
        && name.EndsWith(Extension, StringComparison.Ordinal)
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>Reads a key that names one; null when it is absent or wrong.</summary>
    internal static ScriptFile? Read(SectionReader root, string key) =>
        root.ReadString(key, IsName, "the name of a script beside the monitor's file, such as \"churn.js\"") is { } name ? new ScriptFile(name) : null;
}
