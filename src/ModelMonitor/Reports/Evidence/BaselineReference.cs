using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Reports.Evidence;

/// <summary>What a run was compared with, as far as its page shows it; which of it there is depends on the kind of monitor.</summary>
internal sealed record BaselineReference
{
    /// <summary>The statistics of the features; null of other kinds than data quality.</summary>
    public ReferenceStatistics? Features { get; init; }

    /// <summary>How well the model did; null of other kinds than model quality.</summary>
    public QualityStatisticsDocument? Quality { get; init; }
}
