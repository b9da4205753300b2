using ModelMonitor.Aws.Storage;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Comparison;

/// <summary>One side of a comparison.</summary>
/// <param name="Path">The path, as the user gave it.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Reading">How reading went; null for a <c>statistics.json</c>.</param>
internal sealed record ComparedData(string Path, long Rows, IReadOnlyList<ColumnSummary> Columns, ReadingReport? Reading)
{
    /// <summary>Reads a <c>statistics.json</c>, or a folder with one; null when the path is neither.</summary>
    public static async Task<ComparedData?> ReadStatisticsAsync(string path, string source, CancellationToken cancellationToken)
    {
        bool isFile = path.EndsWith(ObjectKeys.Statistics, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);
        string file = isFile ? path : StorePath.Combine(path, ObjectKeys.Statistics);
        if (await StorePath.ReadFileAsync(file, source, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        StatisticsDocument statistics = StatisticsDocument.Read(file, content);
        return new ComparedData(path, statistics.ItemCount, [.. statistics.Features.Select(ColumnSummary.Of)], Reading: null);
    }

    /// <summary>How the data at a path are encoded.</summary>
    /// <exception cref="ConfigurationException">There are none, or they do not tell.</exception>
    public static async Task<InputFormat> DetectFormatAsync(
        string path, string source, bool hasNoHeader, CancellationToken cancellationToken)
    {
        IObjectStore store = await StorePath.OpenExistingAsync(path, source, cancellationToken).ConfigureAwait(false);
        return await FormatDetector.DetectAnyAsync(store, hasNoHeader, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Profiles a dataset or captures.</summary>
    /// <param name="terminal">Shows progress.</param>
    /// <param name="path">The path, as the user gave it.</param>
    /// <param name="source">What the user gave it as.</param>
    /// <param name="format">How it is encoded.</param>
    /// <param name="columns">The names of fields that have none; null when nothing tells them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is not a single row.</exception>
    public static async Task<ComparedData> ProfileAsync(
        Terminal terminal, string path, string source, InputFormat format, IReadOnlyList<string>? columns, CancellationToken cancellationToken)
    {
        IObjectStore store = await StorePath.OpenExistingAsync(path, source, cancellationToken).ConfigureAwait(false);
        RunSettings settings = new()
        {
            Monitor = "compare",
            Input = store,
            Artifacts = store, // Nothing is written: states are not kept.
            Format = format,
            Threads = Environment.ProcessorCount,
        };
        DatasetProfiler profiler = new(columns);
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", cancellationToken).ConfigureAwait(false);
        ShardState<DatasetProfile>? read = await ProgressBar.ShowAsync(
            terminal,
            source,
            progress => ShardProfiler.ProfileAllAsync(plan, profiler, settings, progress, cancellationToken)).ConfigureAwait(false);
        if (read is null || read.Reading.Rows == 0)
        {
            throw new ConfigurationException(path, "", Nothing(format, read?.Reading));
        }

        DatasetProfile profile = read.Content;
        return new ComparedData(
            path,
            profile.RowCount,
            [.. profile.Columns.Names.Select((name, i) => ColumnSummary.Of(name, profile[i]))],
            read.Reading);
    }

    private static string Nothing(InputFormat format, ReadingReport? reading) => reading?.Samples is [UnreadableSample first, ..]
        ? $"not a single row could be read as {format}; first, {first.File}:{first.Line}: {first.Reason}"
        : "there are no rows; expected data.";
}
