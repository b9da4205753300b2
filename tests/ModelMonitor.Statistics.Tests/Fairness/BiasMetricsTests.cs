using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Statistics.Tests.Fairness;

/// <summary>Numbers of the unit tests of github aws/amazon-sagemaker-clarify, tests/unit/bias/metrics/test_metrics.py.</summary>
public sealed class BiasMetricsTests
{
    private const string Facet = "MFFMFMFFMMFF";
    private const string Labels = "011110001000";
    private const string Predicted = "111000110100";

    [Theory]
    [InlineData("CI", 'F', -0.16666666666666666)]
    [InlineData("DI", 'M', 0.7)]
    [InlineData("DPPL", 'F', -0.17142857142857137)]
    [InlineData("DCR", 'F', 0.3333333333333333)]
    [InlineData("RD", 'F', -0.6666666666666666)]
    [InlineData("DRR", 'F', 0.3333333333333333)]
    [InlineData("DAR", 'F', -0.5)]
    [InlineData("TE", 'F', -0.5)]
    [InlineData("GE", 'F', 0.24556213017751485)]
    public void Measure_OfTwelveRows_HasClarifysValue(string metric, char sensitive, double expected)
    {
        FacetCells cells = new(groups: 0);
        for (int row = 0; row < Facet.Length; row++)
        {
            cells.Add(-1, Facet[row] == sensitive, Labels[row] - '0' + 1, Predicted[row] - '0' + 1, 1);
        }

        Assert.Equal(expected, Measure(metric, FacetCounts.Of(cells, hasGroups: false))!.Value, 1e-12);
    }

    [Theory]
    [InlineData("DPL", "aabb", "1101", 'a', -0.5)]
    [InlineData("KS", "00111", "10011", '1', 0.16666666666666663)]
    public void Measure_OfLabels_HasClarifysValue(string metric, string facet, string labels, char sensitive, double expected) =>
        Assert.Equal(expected, Measure(metric, OfLabels(facet, labels, sensitive))!.Value, 1e-12);

    // JS of labels of which one side has only one: Clarify keeps those of both sides and does not scale them.
    [Theory]
    [InlineData("JS", 0.06641431438228168, 0.2744)]
    [InlineData("LP", 0.6, 0.848528)]
    public void Measure_OfALabelThatOneSideLacks_DropsItOrCountsIt(string metric, double dropped, double counted)
    {
        FacetCounts counts = OfLabels("100000", "111000", '1');
        Assert.Equal(dropped, Measure(metric, counts with { DropsAbsentLabels = true })!.Value, 1e-12);
        Assert.Equal(counted, Measure(metric, counts)!.Value, 1e-4);
    }

    /// <summary>
    /// The examples of SageMaker's developer guide, clarify-post-training-bias-metric-dcacc, -dcr, -dar, -drr and -sd, each with the side that
    /// it says the value is against. Sides are true and false positives, true and false negatives.
    /// </summary>
    [Theory]
    [InlineData("DCA", new[] { 60, 0, 30, 10 }, new[] { 20, 10, 20, 0 }, 0.5, false)]
    [InlineData("DCA", new[] { 50, 10, 40, 0 }, new[] { 30, 0, 10, 10 }, -0.5, true)]
    [InlineData("DCR", new[] { 40, 0, 50, 10 }, new[] { 10, 10, 30, 0 }, 0.5, false)]
    [InlineData("DCR", new[] { 30, 10, 60, 0 }, new[] { 20, 0, 20, 10 }, -0.5, true)]
    [InlineData("DAR", new[] { 35, 35, 10, 10 }, new[] { 40, 60, 10, 10 }, 0.1, true)]
    [InlineData("DRR", new[] { 10, 10, 80, 20 }, new[] { 10, 10, 40, 10 }, 0.0, false)]
    [InlineData("SD", new[] { 65, 10, 20, 5 }, new[] { 20, 5, 18, 7 }, 0.11594202898550721, true)]
    public void Measure_OfTheGuidesExample_IsAgainstTheSideItSays(string metric, int[] others, int[] facet, double expected, bool isAgainstFacet)
    {
        FacetCells cells = new(groups: 0);
        foreach ((int[] side, bool isSensitive) in new[] { (others, false), (facet, true) })
        {
            cells.Add(-1, isSensitive, 2, 2, side[0]);
            cells.Add(-1, isSensitive, 1, 2, side[1]);
            cells.Add(-1, isSensitive, 1, 1, side[2]);
            cells.Add(-1, isSensitive, 2, 1, side[3]);
        }

        IBiasMetric known = BiasMetrics.Find(metric)!;
        double value = known.Measure(FacetCounts.Of(cells, hasGroups: false)).Value!.Value;
        Assert.Equal(expected, value, 1e-12);
        Assert.Equal(isAgainstFacet, known.Harm == HarmDirection.Above ? value > known.Parity : value < known.Parity);
    }

    /// <summary>The same pages: a larger precision of rejections in the facet is against the others, a smaller one against the facet.</summary>
    [Fact]
    public void RejectionRates_OfFewerMistakenRejectionsOutside_AreAgainstTheFacet()
    {
        FacetCells cells = new(groups: 0);
        cells.Add(-1, isSensitive: false, 1, 1, 9);
        cells.Add(-1, isSensitive: false, 2, 1, 1);
        cells.Add(-1, isSensitive: true, 1, 1, 5);
        cells.Add(-1, isSensitive: true, 2, 1, 5);
        Assert.Equal(-0.4, Measure("DRR", FacetCounts.Of(cells, hasGroups: false))!.Value, 1e-12);
        Assert.Equal(HarmDirection.Below, BiasMetrics.Find("DRR")!.Harm);
    }

    [Fact]
    public void JensenShannon_OfTwoDistributions_IsTheDivergence() =>
        Assert.Equal(0.033822075568605205, Measure("JS", OfLabels("100010", "111100", '1'))!.Value, 1e-12);

    // fairlearn, test/unit/metrics/test_selection_rate.py: the share accepted, here against a side that accepts nobody.
    [Fact]
    public void PredictedProportions_OfFairlearnsEightRows_HaveItsSelectionRate()
    {
        FacetCells cells = new(groups: 0);
        cells.Add(-1, isSensitive: true, 0, 1, 3);
        foreach (char predicted in "00011111")
        {
            cells.Add(-1, isSensitive: false, 0, predicted - '0' + 1, 1);
        }

        Assert.Equal(0.625, Measure("DPPL", FacetCounts.Of(cells, hasGroups: false)));
    }

    // Trusted-AI/AIF360, tests/test_classification_metric.py.
    [Fact]
    public void GeneralizedEntropy_OfAif360sTenRows_HasItsValue()
    {
        FacetCells cells = new(groups: 0);
        foreach ((char label, char predicted) in "1001001011".Zip("1000111010"))
        {
            cells.Add(-1, isSensitive: false, label - '0' + 1, predicted - '0' + 1, 1);
        }

        Assert.Equal(0.2, Measure("GE", FacetCounts.Of(cells, hasGroups: false))!.Value, 1e-12);
    }

    [Fact]
    public void ConditionalDisparity_OfThreeGroups_HasClarifysValue()
    {
        const string Sides = "MMMFFFFMMMMFMMFMFFMMFMMF";
        const string Positive = "011010111101110000100110";
        const string Groups = "102211211201201112010011";
        FacetCells cells = new(groups: 3);
        for (int row = 0; row < Sides.Length; row++)
        {
            cells.Add(Groups[row] - '0', Sides[row] == 'M', Positive[row] - '0' + 1, 0, 1);
        }

        Assert.Equal(-0.3982142857142857, Measure("CDDL", FacetCounts.Of(cells, hasGroups: true))!.Value, 1e-12);
    }

    [Fact]
    public void Lists_ByStage_HaveClarifysMetricsInTheirOrder()
    {
        Assert.Equal(["CDDL", "CI", "DPL", "JS", "KL", "KS", "LP", "TVD"], BiasMetrics.PreTraining.Select(metric => metric.Name));
        Assert.Equal(
            ["AD", "CDDPL", "DAR", "DCA", "DCR", "DI", "DPPL", "DRR", "FT", "GE", "RD", "SD", "TE"],
            BiasMetrics.PostTraining.Select(metric => metric.Name));
        Assert.Same(BiasMetrics.PreTraining[0], BiasMetrics.Find("CDDL"));
        Assert.Null(BiasMetrics.Find("XX"));
    }

    [Fact]
    public void Measure_OfAnEmptySide_SaysWhichAndNeverGivesNaN()
    {
        FacetCells cells = new(groups: 1);
        cells.Add(0, isSensitive: false, 2, 1, 5);
        FacetCounts counts = FacetCounts.Of(cells, hasGroups: true);
        foreach (IBiasMetric metric in BiasMetrics.PreTraining.Concat(BiasMetrics.PostTraining).Where(metric => metric.Name != "GE"))
        {
            BiasValue value = metric.Measure(counts);
            Assert.True(value is { Value: null, Error.Length: > 0 }, metric.Name);
        }

        Assert.StartsWith("All predicted labels are false negatives", BiasMetrics.Find("GE")!.Measure(counts).Error, StringComparison.Ordinal);
    }

    private static FacetCounts OfLabels(string facet, string labels, char sensitive)
    {
        FacetCells cells = new(groups: 0);
        for (int row = 0; row < facet.Length; row++)
        {
            cells.Add(-1, facet[row] == sensitive, labels[row] - '0' + 1, 0, 1);
        }

        return FacetCounts.Of(cells, hasGroups: false);
    }

    private static double? Measure(string metric, FacetCounts counts) => BiasMetrics.Find(metric)!.Measure(counts).Value;
}
