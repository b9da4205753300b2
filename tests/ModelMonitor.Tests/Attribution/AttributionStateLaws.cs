using System.Runtime.CompilerServices;
using ModelMonitor.Attribution;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Bias;

namespace ModelMonitor.Tests.Attribution;

public sealed class AttributionStateLaws : StateLaws<AttributionState>
{
    private readonly ConditionalWeakTable<AttributionState, AttributionSink> _sinks = [];

    protected override void AddRows(AttributionState state, int first, int count) => RowText.Send(
        _sinks.GetValue(state, known => new AttributionSink(known, new AttributionColumns(new ColumnSet("a", "b"), ["a", "b"], ["label0"]), [])),
        Enumerable.Range(first, count).Select(row => FormattableString.Invariant($"{Math.Sin(row):R},{(row % 7 == 0 ? "" : Math.Cos(row).ToString("R", System.Globalization.CultureInfo.InvariantCulture))}")));

    /// <summary>Sums agree to the last digits, however the rows were divided.</summary>
    protected override void AssertEquivalent(AttributionState expected, AttributionState actual)
    {
        Assert.Equal((expected.RowCount, expected.ExplainedRows, expected.LeftOut), (actual.RowCount, actual.ExplainedRows, actual.LeftOut));
        Assert.All(expected.All().Zip(actual.All()), pair => AssertClose(pair.First.Sums, pair.Second.Sums, 1));
    }

    protected override void AssertRepeated(AttributionState once, long times, AttributionState repeated)
    {
        Assert.Equal(once.RowCount * times, repeated.RowCount);
        Assert.All(once.All().Zip(repeated.All()), pair => AssertClose(pair.First.Sums, pair.Second.Sums, times));
    }

    private static void AssertClose(FeatureSums expected, FeatureSums actual, long times)
    {
        Assert.Equal(expected.Count * times, actual.Count);
        foreach (AttributionAggregate aggregate in Enum.GetValues<AttributionAggregate>())
        {
            Assert.Equal(expected.Aggregate(aggregate), actual.Aggregate(aggregate), 1e-15);
        }
    }
}
