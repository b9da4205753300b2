using ModelMonitor.Quality.Documents;
using ModelMonitor.Reading;

namespace ModelMonitor.Quality;

/// <summary>A baseline of model quality that was made, and how reading its dataset went.</summary>
/// <param name="Statistics">The metrics of the dataset.</param>
/// <param name="Constraints">The constraints they suggest.</param>
/// <param name="Reading">Rows, and what could not be read.</param>
public sealed record QualityBaselineResult(
    QualityStatisticsDocument Statistics, QualityConstraintsDocument Constraints, ReadingReport Reading);
