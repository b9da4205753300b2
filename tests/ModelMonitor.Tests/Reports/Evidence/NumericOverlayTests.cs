using ModelMonitor.Reports.Evidence;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Reports.Evidence;

public sealed class NumericOverlayTests
{
    [Fact]
    public void Of_TwoRanges_SharesTheBarsAndAddsUpToOne()
    {
        Distribution overlay = NumericOverlay.Of(View(Enumerable.Range(0, 1_000).Select(i => i / 10.0)), View(Enumerable.Range(500, 1_000).Select(i => i / 10.0)))!;
        Assert.Equal(overlay.Bars.Count + 1, overlay.Edges!.Count);
        Assert.InRange(overlay.Bars.Count, 8, 25);
        Assert.Equal(1.0, overlay.Baseline!.Sum(), 9);
        Assert.Equal(1.0, overlay.Current!.Sum(), 9);
        Assert.Equal(0.0, overlay.Current![0]);
        Assert.Equal(0.0, overlay.Baseline![^1]);
    }

    [Fact]
    public void Of_FewValues_GivesEachABar()
    {
        Distribution overlay = NumericOverlay.Of(View([0, 0, 0, 1]), View([1, 2]))!;
        Assert.Equal(["0", "1", "2"], overlay.Bars);
        Assert.Equal([0.75, 0.25, 0.0], overlay.Baseline!);
        Assert.Equal([0.0, 0.5, 0.5], overlay.Current!);
        Assert.Null(overlay.Edges);
    }

    [Fact]
    public void Of_AnOutlier_DoesNotStretchTheBars()
    {
        Distribution overlay = NumericOverlay.Of(View(Enumerable.Range(0, 1_000).Select(i => (double)i).Append(1e12)), null)!;
        Assert.InRange(overlay.Edges![^1], 900, 1_100);
        Assert.Equal(1.0, overlay.Baseline!.Sum(), 9);
        Assert.Null(overlay.Current);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(double.MaxValue)]
    public void Of_ExtremeNumbers_StaysFinite(double scale)
    {
        Distribution overlay = NumericOverlay.Of(View(Enumerable.Range(-50, 101).Select(i => i / 50.0 * scale)), null)!;
        Assert.All(overlay.Edges ?? [], edge => Assert.True(double.IsFinite(edge), $"{edge}"));
        Assert.Equal(1.0, overlay.Baseline!.Sum(), 9);
        Assert.InRange(overlay.Bars.Count, 1, 25);
    }

    [Fact]
    public void Of_NoValues_IsNull() => Assert.Null(NumericOverlay.Of(null, View([])));

    private static SortedView View(IEnumerable<double> values) => new(KllSketch.FromLevels([values.ToArray()]));
}
