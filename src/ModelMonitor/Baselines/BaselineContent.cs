using ModelMonitor.Bias;
using ModelMonitor.Contracts;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Baselines;

/// <summary>Reads a baseline of whatever kind, which its files tell.</summary>
public static class BaselineContent
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    public static IBaseline Read(BaselineDocuments documents) =>
        documents.Format.Required == ObjectKeys.Analysis ? AnalysisBaseline.Read(documents)
        : QualityConstraintsDocument.IsOne(documents.Required) ? QualityBaseline.Read(documents)
        : BaselineReader.Read(documents);
}
