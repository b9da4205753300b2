using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Storage;

namespace ModelMonitor.Attribution;

/// <summary>How much each feature weighs with a model: its attribution in the current baseline, summed over the labels.</summary>
internal static class AttributionWeights
{
    /// <summary>Reads the weights.</summary>
    /// <param name="artifacts">Where baselines are.</param>
    /// <param name="monitor">The monitor of attributions.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The weights by feature; null while the monitor has no baseline.</returns>
    public static async Task<IReadOnlyDictionary<string, double>?> ReadAsync(
        IObjectStore artifacts, string monitor, CancellationToken cancellationToken)
    {
        BaselineHistory? history = await BaselineVersions.FindHistoryAsync(artifacts, monitor, cancellationToken).ConfigureAwait(false);
        BaselineDocuments? documents = await BaselineVersions.FindDocumentsAsync(
            artifacts, monitor, history?.Current.Version, BaselineFormat.Analysis, cancellationToken).ConfigureAwait(false);
        return documents is null ? null : Of(AnalysisBaseline.Read(documents).Analysis);
    }

    private static Dictionary<string, double> Of(AnalysisDocument analysis)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach ((string feature, double value) in (analysis.Attributions ?? []).SelectMany(label => label.Values))
        {
            weights[feature] = weights.GetValueOrDefault(feature) + Math.Abs(value);
        }

        return weights;
    }
}
