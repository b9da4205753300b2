namespace ModelMonitor;

/// <summary>
/// A mistake in what the user gave: a baseline, a monitor file, a path, an option. It is thrown before any
/// work is done and anything is written; its message is one sentence for that user, without a trace.
/// </summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">The file or option at fault.</param>
    /// <param name="path">The place in it as a JSON path (<c>$.features[3].name</c>); empty for the whole.</param>
    /// <param name="expectation">What was found, what was expected, and how to mend it.</param>
    public ConfigurationException(string source, string path, string expectation)
        : base(path.Length == 0 ? $"{source}: {expectation}" : $"{source}: {path}: {expectation}")
    {
    }
}
