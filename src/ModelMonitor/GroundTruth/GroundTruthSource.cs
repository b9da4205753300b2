using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.GroundTruth;

/// <summary>Where the ground truth of predictions is, and how long it is waited for.</summary>
public sealed record GroundTruthSource
{
    /// <summary>Where the labels are.</summary>
    public required IObjectStore Store { get; init; }

    /// <summary>What the keys of the labels start with; empty or ending in a slash.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether <see cref="Prefix"/> is followed by <c>yyyy/MM/dd/HH/</c>, the hour of collection. Default true.</summary>
    public bool IsHourPartitioned { get; init; } = true;

    /// <summary>
    /// The column of a label's id, by name or by index as text, where labels are rows of a dataset; null, the default, for
    /// SageMaker's JSON Lines with <c>groundTruthData</c>.
    /// </summary>
    public string? IdColumn { get; init; }

    /// <summary>How such a dataset is written; null, the default, for what the names of its objects tell.</summary>
    public DatasetFormat? Format { get; init; }

    /// <summary>The column of a row's id, by name or by index as text, where predictions come from a dataset; null for captures, which have ids of their own.</summary>
    public string? PredictionIdColumn { get; init; }

    /// <summary>How long after the end of a window its labels are waited for. Default seven days.</summary>
    public TimeSpan ClosesAfter { get; init; } = new LabelSettings().ClosesAfter;

    /// <summary>The shares of labelled predictions at which a window is judged again, ascending. Default 0.5, 0.8 and 0.95.</summary>
    public IReadOnlyList<double> Steps { get; init; } = new LabelSettings().Steps;

    /// <summary>About how many bytes the rows of a shard may take in memory until they are joined by way of files. Default 256 MiB.</summary>
    public long MemoryBytes { get; init; } = 256L << 20;

    /// <summary>Where those files are; they are removed afterwards. Default the system's folder for temporary files.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>Whether captures are also written together with their labels, as SageMaker's merge job does. Default false.</summary>
    public bool WritesMerged { get; init; }

    /// <summary>When a window takes in no more labels.</summary>
    public DateTimeOffset ClosingOf(TimeWindow window) => window.End + ClosesAfter;

    internal void AddTo(Fingerprint fingerprint) => fingerprint.Add(Format?.ToString()).Add(IdColumn).Add(PredictionIdColumn);
}
