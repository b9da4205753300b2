using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Bias;

/// <summary>A baseline of bias or attributions that was made, and how reading its dataset went.</summary>
/// <param name="Analysis">Its one file.</param>
/// <param name="Reading">Rows, and what could not be read.</param>
public sealed record BuiltAnalysis(AnalysisDocument Analysis, ReadingReport Reading) : BuiltBaseline(Reading)
{
    /// <inheritdoc />
    public override IReadOnlyList<RunDocument> Documents => [new RunDocument(ObjectKeys.Analysis, Analysis.ToUtf8())];
}
