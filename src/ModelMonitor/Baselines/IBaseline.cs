using ModelMonitor.Documents;

namespace ModelMonitor.Baselines;

/// <summary>What data are compared with, of whatever kind.</summary>
public interface IBaseline
{
    /// <summary>A hash of its files' bytes.</summary>
    string Fingerprint { get; }

    /// <summary>The kinds of monitors that it can be the baseline of: a file of Clarify's may have bias metrics and attributions.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Its version; null for files that have none.</summary>
    string? Version { get; }

    /// <summary>The statistics of a data-quality baseline, which its pages show; null for any other.</summary>
    StatisticsDocument? Statistics => null;

    /// <summary>The rows of the dataset that it was made of; null when its files do not say.</summary>
    long? Rows { get; }

    /// <summary>Makes sure of what reading its files one by one cannot tell: that they demand something, and are of one dataset.</summary>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <exception cref="ConfigurationException">They do not.</exception>
    void MustBeWhole(string source);
}
