using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>A baseline of model quality that was made, and how reading its dataset went.</summary>
/// <param name="Statistics">The metrics of the dataset.</param>
/// <param name="Constraints">The constraints they suggest.</param>
/// <param name="Reading">Rows, and what could not be read.</param>
public sealed record QualityBaselineResult(
    QualityStatisticsDocument Statistics, QualityConstraintsDocument Constraints, ReadingReport Reading) : BuiltBaseline(Reading)
{
    /// <inheritdoc />
    public override IReadOnlyList<RunDocument> Documents =>
    [
        new RunDocument(ObjectKeys.Statistics, Statistics.ToUtf8()),
        new RunDocument(ObjectKeys.Constraints, Constraints.ToUtf8()),
    ];
}
