using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;

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
        await WriteAsync(result, settings, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Makes a baseline of any kind, and writes its files.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="monitor">The monitor that it is for.</param>
    /// <param name="settings">The dataset, its format, and where the files go.</param>
    /// <param name="source">How the user named the dataset, for messages.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <exception cref="ConfigurationException">There is not a single row to make a baseline of.</exception>
    public static async Task<BuiltBaseline> BuildAsync(
        IKindRunner kind,
        MonitorDefinition monitor,
        RunSettings settings,
        string source,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        BuiltBaseline result = await kind.ProfileDatasetAsync(monitor, settings, source, progress, cancellationToken).ConfigureAwait(false);
        await WriteAsync(result, settings, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Writes the files of a baseline where its settings say.</summary>
    private static async Task WriteAsync(BuiltBaseline baseline, RunSettings settings, CancellationToken cancellationToken)
    {
        foreach (RunDocument document in baseline.Documents)
        {
            await settings.Artifacts.PutAsync(
                settings.ReportPrefix + document.Name, document.Content, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Profiles the dataset, as <see cref="BuildAsync(RunSettings, string, IProgress{RunProgress}?, CancellationToken)"/> does, and writes nothing.</summary>
    internal static async Task<BaselineResult> ProfileAsync(
        RunSettings settings, string source, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        ShardState<DatasetProfile> merged = await ProfileAsync(
            settings, source, new DatasetProfiler(), progress, cancellationToken).ConfigureAwait(false);
        return Suggest(merged, settings);
    }

    /// <summary>The data-quality baseline of a dataset that has been read.</summary>
    internal static BaselineResult Suggest(ShardState<DatasetProfile> dataset, RunSettings settings)
    {
        ColumnOrder order = ObjectReader.FormatOf(settings.Format).ColumnOrder;
        StatisticsDocument statistics = StatisticsBuilder.Build(
            dataset.Content, order: order.Arrange(dataset.Content.Columns));
        return new BaselineResult(statistics, ConstraintSuggester.Suggest(statistics), dataset.Reading);
    }

    /// <summary>Reads a dataset into a state of any kind.</summary>
    /// <exception cref="ConfigurationException">It has not a single row.</exception>
    internal static async Task<ShardState<TState>> ProfileAsync<TState>(
        RunSettings settings, string source, IRowProfiler<TState> profiler, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", cancellationToken).ConfigureAwait(false);
        ShardState<TState>? merged = await ShardProfiler.ProfileAllAsync(
            plan, profiler, settings, progress, cancellationToken).ConfigureAwait(false);
        return merged is { Reading.Rows: > 0 } ? merged : throw new ConfigurationException(source, "", Nothing(plan, merged?.Reading));
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
