using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Tests.Drift;

public sealed class DriftMethodChooserTests
{
    [Theory]
    [InlineData(8, 2_000, "ks")]
    [InlineData(50, 2_000, "anderson_darling")]
    [InlineData(5_000, 20_000, "anderson_darling")]
    [InlineData(300_000, 300_000, "wasserstein_normed")]
    public void Choose_OfNumbers_GoesByTheSizes(int rows, int referenceRows, string expected)
    {
        MethodChoice choice = Choose(
            new DriftSample(Numbers: DriftColumns.Sketched(DriftColumns.Normal(rows, seed: 1))),
            new DriftSample(Numbers: DriftColumns.Sketched(DriftColumns.Normal(referenceRows, seed: 2))));

        Assert.Equal(expected, choice.Method.Id);
        Assert.EndsWith(".", choice.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 500, 500 }, new long[] { 900, 100 }, "z_two_proportions")]
    [InlineData(new long[] { 500, 1 }, new long[] { 900, 1 }, "fisher")]
    [InlineData(new long[] { 500 }, new long[] { 900 }, "z_two_proportions")]
    [InlineData(new long[] { 50, 60, 70 }, new long[] { 500, 600, 700 }, "chi_square_contingency")]
    [InlineData(new long[] { 50, 1, 1, 1, 1 }, new long[] { 500, 1, 1, 1, 1 }, "js_distance_base2_10")]
    public void Choose_OfCategories_GoesByTheirNumberAndCounts(long[] current, long[] reference, string expected) =>
        Assert.Equal(expected, Choose(Of(current), Of(reference)).Method.Id);

    [Fact]
    public void Choose_WithoutDistributions_TakesWhatIsKnown()
    {
        DriftSample moments = new(Moments: new SampleMoments(10, 1.0, 1.0), Completeness: new SampleCompleteness(10, 0));
        DriftSample cells = new(Completeness: new SampleCompleteness(10, 0));

        Assert.Equal("t_welch", Choose(moments, moments).Method.Id);
        Assert.Equal("missing_share", Choose(moments, cells).Method.Id);
        Assert.Null(DriftMethodChooser.Choose(cells, Of([1, 2])));
    }

    [Fact]
    public void Choose_OfAnything_TakesAMethodThatCanCompareIt()
    {
        DriftSample[] samples = [Of([]), Of([5]), Of([1, 1, 1]), new(Numbers: DriftColumns.Complete()), new(Numbers: DriftColumns.Complete(1.0))];
        foreach (DriftSample current in samples)
        {
            foreach (DriftSample reference in samples)
            {
                MethodChoice? choice = DriftMethodChooser.Choose(current, reference);
                Assert.Equal((current.Numbers is null) == (reference.Numbers is null), choice is not null);
                Assert.DoesNotContain("have not both", choice?.Method.Measure(current, reference).Reason ?? "", StringComparison.Ordinal);
            }
        }
    }

    private static MethodChoice Choose(DriftSample current, DriftSample reference) =>
        Assert.IsType<MethodChoice>(DriftMethodChooser.Choose(current, reference));

    private static DriftSample Of(long[] counts) => new(Categories: DriftColumns.Lettered(counts));
}
