using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Bias;

/// <summary>What bias metrics or attributions are compared with.</summary>
/// <param name="Analysis">The baseline's <c>analysis.json</c>.</param>
/// <param name="Fingerprint">A hash of the file's bytes.</param>
/// <param name="Version">The baseline's version; null for a file that has none.</param>
public sealed record AnalysisBaseline(AnalysisDocument Analysis, string Fingerprint, string? Version) : IBaseline
{
    /// <inheritdoc />
    public IReadOnlyList<string> Kinds =>
    [
        .. Analysis.PreTraining is null && Analysis.PostTraining is null ? Array.Empty<string>() : [MonitorKindNames.Bias],
        .. Analysis.Attributions is null ? Array.Empty<string>() : [MonitorKindNames.Attribution],
    ];

    /// <inheritdoc />
    public long? Rows => null;

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="ConfigurationException">The file is not what it should be.</exception>
    public static AnalysisBaseline Read(BaselineDocuments documents) => new(
        AnalysisDocument.Read(documents.NameOf(ObjectKeys.Analysis), documents.Required), documents.Fingerprint, documents.Version);

    /// <inheritdoc />
    public void MustBeWhole(string source)
    {
        // One file, whose reader has found it whole.
    }
}
