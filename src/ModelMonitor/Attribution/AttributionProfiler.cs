using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Attribution;

/// <summary>Sums up the attributions of a file for a baseline, or of captures.</summary>
/// <param name="options">The names of features and labels.</param>
/// <param name="columns">The names of fields that have none; null for <c>_c0</c>, <c>_c1</c> …</param>
public sealed class AttributionProfiler(AttributionOptions options, IReadOnlyList<string>? columns = null) : IRowProfiler<AttributionState>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.Attribution;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; } = columns;

    /// <inheritdoc />
    public string? RowsFingerprint { get; } = RowsFingerprintOf(options);

    /// <inheritdoc />
    public AttributionState CreateState(ColumnSet columns) => new() { Columns = columns };

    /// <inheritdoc />
    public IRowSink GetSink(AttributionState state) => new AttributionSink(
        state, new AttributionColumns(state.Columns!, options.Features ?? [], options.Labels ?? ["label0"], options.AreLocalValues), options.Features ?? []);

    private static string RowsFingerprintOf(AttributionOptions options)
    {
        Fingerprint fingerprint = new Fingerprint().Add("attribution").Add(options.Features?.Count ?? -1);
        foreach (string feature in options.Features ?? [])
        {
            fingerprint.Add(feature);
        }

        fingerprint.Add(options.Labels?.Count ?? -1);
        foreach (string label in options.Labels ?? [])
        {
            fingerprint.Add(label);
        }

        return fingerprint.ToString();
    }
}
