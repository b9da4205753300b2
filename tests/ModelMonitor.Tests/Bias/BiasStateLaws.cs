using System.Globalization;
using System.Runtime.CompilerServices;
using ModelMonitor.Bias;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

/// <summary>Equal rows give equal bytes, however they were divided: every law holds byte for byte.</summary>
public sealed class BiasStateLaws : StateLaws<BiasState>
{
    private static readonly BiasOptions Options = new()
    {
        Label = "label",
        LabelValues = ["1"],
        Facets = [new FacetOptions("sex", []), new FacetOptions("age", ["40"]), new FacetOptions("place", ["a", "b"])],
        GroupVariable = "group",
        Probability = "score",
    };

    // A state keeps no columns, so that each goes with the sink it was first given.
    private readonly ConditionalWeakTable<BiasState, BiasSink> _sinks = [];

    protected override void AddRows(BiasState state, int first, int count) => RowText.Send(
        _sinks.GetValue(state, known => new BiasSink(known, Options, new ColumnSet("label", "score", "sex", "age", "place", "group", "x"))),
        Enumerable.Range(first, count).Select(Row));

    protected override void AssertRepeated(BiasState once, long times, BiasState repeated)
    {
        Assert.Equal(once.RowCount * times, repeated.RowCount);
        IReadOnlyList<MeasuredFacet> expected = Measured(once);
        IReadOnlyList<MeasuredFacet> actual = Measured(repeated);
        Assert.Equal(
            expected.SelectMany(facet => facet.Metrics.Select(metric => metric.Result)),
            actual.SelectMany(facet => facet.Metrics.Select(metric => metric.Result)));
    }

    private static IReadOnlyList<MeasuredFacet> Measured(BiasState state) =>
        BiasMeasurer.Measure(state, Options with { Compatibility = Compatibility.SageMaker }, null, withIntervals: false).Facets;

    private static string Row(int row)
    {
        uint mixed = (uint)row * 2_654_435_761u >> 8;
        string sex = row % 97 == 0 ? "" : mixed % 5 == 0 ? "f" : "m";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(mixed % 3 == 0 ? 1 : 0)},{mixed % 100 / 100.0:0.00},{sex},{30 + mixed % 20},{(char)('a' + mixed % 7)},{mixed % 11},{mixed % 4_000}");
    }
}
