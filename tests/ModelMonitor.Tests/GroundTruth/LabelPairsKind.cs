using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.Contracts;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>A kind of monitor for tests that wants labels and counts pairs.</summary>
internal sealed class LabelPairsKind(bool keepsUnlabelled = false, string? script = null) : IMonitorKind<LabelPairs>
{
    // A state has a sink of its own, which needs the columns that it was created for.
    private readonly Dictionary<LabelPairs, ColumnSet> _columns = [];

    public string Name => "label-pairs";

    public IReadOnlyList<string>? BaselineColumns => ["score", "age", "plan"];

    public string OptionsFingerprint => "options";

    public string? BaselineVersion => null;

    public bool Preprocesses => script is not null;

    public LabelRequest? Labels { get; } = new() { Column = "label", Columns = ["0"], KeepsUnlabelled = keepsUnlabelled };

    public LabelPairs CreateState(ColumnSet columns)
    {
        LabelPairs pairs = new();
        lock (_columns)
        {
            _columns.Add(pairs, columns);
        }

        return pairs;
    }

    public IRowSink GetSink(LabelPairs state)
    {
        lock (_columns)
        {
            return new LabelPairs.Sink(state, _columns[state], "label");
        }
    }

    public RecordPreprocessor? CreatePreprocessor(LabelPairs state, IRowSink sink, ReadingReport report)
    {
        lock (_columns)
        {
            return script is null ? null : new RecordPreprocessor(script, new RowRuleCounts(), _columns[state], sink, report);
        }
    }

    public RunFindings Evaluate(LabelPairs state) => new(
        [new RunDocument(ObjectKeys.Statistics, Encoding.UTF8.GetBytes(string.Join('\n', state.Counts)))], 0, []);
}
