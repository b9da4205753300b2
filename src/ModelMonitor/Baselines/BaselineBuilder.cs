using ModelMonitor.Contracts;
using ModelMonitor.Datasets;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Baselines;

/// <summary>Makes a baseline of a training set: its statistics, and the constraints they suggest.</summary>
public static class BaselineBuilder
{
    /// <summary>Profiles the dataset and writes <c>statistics.json</c> and <c>constraints.json</c>.</summary>
    /// <remarks>One shard gives SageMaker's digits; several give the same counts, and sums and ranks within their bounds.</remarks>
    /// <param name="settings">The dataset, its format, and where the files go.</param>
    /// <param name="source">How the user named the dataset, for messages.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <exception cref="ConfigurationException">There is not a single row to make a baseline of.</exception>
    public static async Task<BaselineResult> BuildAsync(
        RunSettings settings, string source, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        BaselineResult result = await ProfileAsync(settings, source, progress, cancellationToken).ConfigureAwait(false);
        await settings.Artifacts.PutAsync(
            settings.ReportPrefix + ObjectKeys.Statistics, result.Statistics.ToUtf8(), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await settings.Artifacts.PutAsync(
            settings.ReportPrefix + ObjectKeys.Constraints, result.Constraints.ToUtf8(), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return result;
    }

    /// <summary>Profiles the dataset, as <see cref="BuildAsync"/> does, and writes nothing.</summary>
    internal static async Task<BaselineResult> ProfileAsync(
        RunSettings settings, string source, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        DatasetProfiler profiler = new();
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", cancellationToken).ConfigureAwait(false);
        ShardState<DatasetProfile>? merged = await ShardProfiler.ProfileAllAsync(
            plan, profiler, settings, progress, cancellationToken).ConfigureAwait(false);
        if (merged is null || merged.Reading.Rows == 0)
        {
            throw new ConfigurationException(source, "", Nothing(plan, merged?.Reading));
        }

        ColumnOrder order = ObjectReader.FormatOf(settings.Format).ColumnOrder;
        StatisticsDocument statistics = StatisticsBuilder.Build(
            merged.Content, order: order.Arrange(merged.Content.Columns));
        ConstraintsDocument constraints = ConstraintSuggester.Suggest(statistics);
        return new BaselineResult(statistics, constraints, merged.Reading);
    }

    private static string Nothing(RunPlan plan, ReadingReport? reading)
    {
        if (plan.ObjectCount == 0)
        {
            return "there is no file here; expected a training set";
        }

        return reading?.Samples is [UnreadableSample first, ..]
            ? $"not a single row could be read as {Words(plan.Format)}; first, {Place(first)}: {first.Reason}"
            : "the dataset has no rows; expected a training set";
    }

    private static string Words(InputFormat format) => format switch
    {
        InputFormat.Csv => "CSV with a header",
        InputFormat.CsvWithoutHeader => "CSV without a header",
        InputFormat.JsonLines => "JSON Lines",
        _ => format.ToString(),
    };

    private static string Place(UnreadableSample sample) => sample.Line == 0 ? sample.File : $"{sample.File}:{sample.Line}";
}
