using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Quality;

/// <summary>Of two classes: not a bit depends on how the rows were sharded.</summary>
public sealed class QualityStateLaws : StateLaws<QualityState>
{
    private static readonly QualityOptions Options = new()
    {
        Problem = ProblemType.BinaryClassification,
        GroundTruthAttribute = "2",
        ProbabilityAttribute = "0",
    };

    protected override void AddRows(QualityState state, int first, int count) =>
        QualityRows.Add(state, Options, Enumerable.Range(first, count).Select(Row));

    protected override void AssertRepeated(QualityState once, long times, QualityState repeated)
    {
        Assert.Equal(once.Usable(ProblemType.BinaryClassification) * times, repeated.Usable(ProblemType.BinaryClassification));
        Assert.Equal(once.Unusable.Total * times, repeated.Unusable.Total);
        Assert.Equal(
            once.Unusable.Samples(UnusableReason.ProbabilityOutOfRange), repeated.Unusable.Samples(UnusableReason.ProbabilityOutOfRange));
    }

    internal static string?[] Row(int row) => (row % 23) switch
    {
        5 => [null, "x", "1"],
        7 => [$"1.{row % 90 + 1}", "x", "0"],
        9 => ["0.5", "x", "maybe"],
        11 => ["0.5", "x", null],
        _ => [(row * 7_919L % 1_009 / 1_008.0).ToString("R", CultureInfo.InvariantCulture), "x", row % 3 == 0 ? "1" : "0"],
    };
}
