using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Makes a baseline of a dataset with predictions and labels: its metrics, and the constraints they suggest.</summary>
public static class QualityBaselineBuilder
{
    /// <summary>Measures the dataset and writes <c>statistics.json</c> and <c>constraints.json</c>.</summary>
    /// <param name="settings">The dataset, its format, and where the files go.</param>
    /// <param name="options">Which columns hold predictions and labels.</param>
    /// <param name="source">How the user named the dataset, for messages.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <exception cref="ConfigurationException">There is not a single usable row to make a baseline of.</exception>
    public static async Task<QualityBaselineResult> BuildAsync(
        RunSettings settings,
        QualityOptions options,
        string source,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        QualityBaselineResult result = await MeasureAsync(settings, options, source, progress, cancellationToken).ConfigureAwait(false);
        await settings.Artifacts.PutAsync(
            settings.ReportPrefix + ObjectKeys.Statistics, result.Statistics.ToUtf8(), cancellationToken: cancellationToken).ConfigureAwait(false);
        await settings.Artifacts.PutAsync(
            settings.ReportPrefix + ObjectKeys.Constraints, result.Constraints.ToUtf8(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Measures the dataset, as <see cref="BuildAsync"/> does, and writes nothing.</summary>
    /// <param name="settings">The dataset and its format.</param>
    /// <param name="options">Which columns hold predictions and labels.</param>
    /// <param name="source">How the user named the dataset, for messages.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">There is not a single usable row to make a baseline of.</exception>
    public static async Task<QualityBaselineResult> MeasureAsync(
        RunSettings settings, QualityOptions options, string source, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        QualityProfiler profiler = new(options);
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", cancellationToken).ConfigureAwait(false);
        ShardState<QualityState>? merged = await ShardProfiler.ProfileAllAsync(
            plan, profiler, settings, progress, cancellationToken).ConfigureAwait(false);
        return Suggest(merged, options, source);
    }

    /// <summary>The baseline of a dataset that has been read.</summary>
    /// <exception cref="ConfigurationException">There is not a single usable row to make a baseline of.</exception>
    internal static QualityBaselineResult Suggest(ShardState<QualityState>? dataset, QualityOptions options, string source)
    {
        if (dataset is null || dataset.Content.Usable(options.Problem) == 0)
        {
            throw new ConfigurationException(source, "", Nothing(dataset, options));
        }

        QualityStatisticsDocument statistics = QualityStatisticsBuilder.Build(dataset.Content, options);
        return new QualityBaselineResult(statistics, QualityConstraintSuggester.Suggest(statistics), dataset.Reading);
    }

    private static string Nothing(ShardState<QualityState>? merged, QualityOptions options)
    {
        if (merged is null || merged.Reading.Rows == 0)
        {
            return "the dataset has no rows that could be read; expected one with predictions and labels";
        }

        string reasons = string.Join(", ", Enum.GetValues<UnusableReason>()
            .Where(reason => merged.Content.Unusable.Count(reason) > 0)
            .Select(reason => string.Create(
                CultureInfo.InvariantCulture, $"{UnusableReasons.Word(reason)} {merged.Content.Unusable.Count(reason)}")));
        return $"no row is usable ({reasons}); expected predictions and labels in the columns {string.Join(", ", options.Attributes)}";
    }
}
