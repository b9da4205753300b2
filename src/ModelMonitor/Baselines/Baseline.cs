using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;

namespace ModelMonitor.Baselines;

/// <summary>What data are compared with.</summary>
/// <param name="Constraints">What is demanded of each column, and how strictly.</param>
/// <param name="Statistics">The distributions of the training set; null leaves drift out.</param>
/// <param name="Fingerprint">A hash of the two files' bytes.</param>
/// <param name="Version">The baseline's version; null for files that have none.</param>
public sealed record Baseline(
    ConstraintsDocument Constraints, StatisticsDocument? Statistics, string Fingerprint, string? Version = null) : IBaseline
{
    /// <inheritdoc />
    public IReadOnlyList<string> Kinds => [MonitorKindNames.DataQuality];

    /// <inheritdoc />
    public long? Rows => Statistics?.ItemCount;

    /// <inheritdoc />
    /// <remarks>Statistics of other columns are those of another dataset, and would leave drift out without a word.</remarks>
    public void MustBeWhole(string source)
    {
        if (Constraints.Features.Count == 0)
        {
            throw new ConfigurationException(source, "$.features", $"{ObjectKeys.Constraints} demands nothing; expected at least one feature");
        }

        HashSet<string>? known = Statistics?.Features.Select(feature => feature.Name).ToHashSet(StringComparer.Ordinal);
        if (known is not null && !Constraints.Features.Any(feature => known.Contains(feature.Name)))
        {
            throw new ConfigurationException(
                source, "", $"{ObjectKeys.Constraints} and {ObjectKeys.Statistics} have no column in common; give the two of one baseline");
        }
    }
}
