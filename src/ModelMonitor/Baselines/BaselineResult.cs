using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Baselines;

/// <summary>A data-quality baseline that was made, and how reading its dataset went.</summary>
/// <param name="Statistics">The statistics of the dataset.</param>
/// <param name="Constraints">The constraints they suggest.</param>
/// <param name="Reading">Rows, and what could not be read.</param>
public sealed record BaselineResult(
    StatisticsDocument Statistics, ConstraintsDocument Constraints, ReadingReport Reading) : BuiltBaseline(Reading)
{
    /// <inheritdoc />
    public override IReadOnlyList<RunDocument> Documents =>
    [
        new RunDocument(ObjectKeys.Statistics, Statistics.ToUtf8()),
        new RunDocument(ObjectKeys.Constraints, Constraints.ToUtf8()),
    ];
}
