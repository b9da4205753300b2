using ModelMonitor.Contracts;

namespace ModelMonitor.Baselines;

/// <summary>The files that the baseline of a kind is made of.</summary>
/// <param name="Required">The one without which there is no baseline. Of a folder that is being written, it is the last of them.</param>
/// <param name="Optional">The others, in the order in which they go into the fingerprint.</param>
public sealed record BaselineFormat(string Required, IReadOnlyList<string> Optional)
{
    /// <summary>Constraints, and statistics if they are there.</summary>
    public static BaselineFormat ConstraintsAndStatistics { get; } = new(ObjectKeys.Constraints, [ObjectKeys.Statistics]);

    /// <summary>Clarify's analysis, which is both.</summary>
    public static BaselineFormat Analysis { get; } = new(ObjectKeys.Analysis, []);

    /// <summary>All formats there are: a folder with the required file of one of them is a version of a baseline.</summary>
    public static IReadOnlyList<BaselineFormat> All { get; } = [ConstraintsAndStatistics, Analysis];

    /// <summary>The names of its files, the required one first.</summary>
    public IReadOnlyList<string> Names => [Required, .. Optional];

    /// <summary>Whether a file by its name is one that some baseline cannot be without.</summary>
    public static bool IsRequired(string name) => All.Any(format => format.Required == name);
}
