using ModelMonitor.Bias;

namespace ModelMonitor.Tests.Bias;

public sealed class BiasMeasurerTests
{
    private static readonly BiasOptions Options = new()
    {
        Label = "label",
        LabelValues = ["y"],
        Facets = [new FacetOptions("sex", ["f"])],
        GroupVariable = "group",
        PredictedLabel = "predicted",
        Features = ["x"],
        Compatibility = Compatibility.SageMaker,
    };

    private static readonly string[] Rows =
    [
        "y,y,f,a,1", "n,n,f,a,2", "n,y,f,b,3", "y,y,m,a,4", "y,n,m,b,5", "n,n,m,b,6", "y,y,m,b,7",
    ];

    [Fact]
    public void Measure_WithAFacetColumnThatIsAbsent_NamesItAndMeasuresTheOthers()
    {
        BiasMeasurement measured = Measure(
            Options with { Facets = [new FacetOptions("age", ["40"]), .. Options.Facets] }, "label,predicted,sex,group,x", Rows);
        Assert.All(measured.Facets[0].Metrics, metric => Assert.Equal("Facet column age is not present in the dataset", metric.Result.Error));
        Assert.Equal(21, measured.Facets[0].Metrics.Count);
        Assert.All(measured.Facets[1].Metrics, metric => Assert.NotNull(metric.Result.Value));
    }

    [Fact]
    public void Measure_WithAFacetValueThatNeverOccurs_SaysThatTheFacetIsEmpty()
    {
        MeasuredFacet facet = Single(Options with { Facets = [new FacetOptions("sex", ["x"])] }, Rows);
        Assert.Equal("Facet set is empty", Of(facet, "CI").Error);
        Assert.Equal("Facet set is empty", Of(facet, "FT").Error);
        Assert.NotNull(Of(facet, "GE").Value);
    }

    [Fact]
    public void Measure_WithAFacetThatTakesAllRows_SaysThatTheOthersAreEmpty()
    {
        MeasuredFacet facet = Single(Options with { Facets = [new FacetOptions("sex", ["f", "m"])] }, Rows);
        Assert.Equal("Negated facet set is empty", Of(facet, "DI").Error);
        Assert.Equal("f,m", facet.ValueOrThreshold);
    }

    [Fact]
    public void Measure_WithOneLabelValueOnly_FailsWhereItMustAndMeasuresTheRest()
    {
        MeasuredFacet facet = Single(Options, [.. Rows.Select(row => "y" + row[1..])]);
        Assert.Equal("No negative labels in set", Of(facet, "CDDL").Error);
        Assert.Equal(0.0, Of(facet, "DPL").Value);
        Assert.Equal(0.0, Of(facet, "SD").Value);
        Assert.NotNull(Of(facet, "CDDPL").Value);
    }

    [Fact]
    public void Measure_WithoutLabels_MeasuresWhatNeedsNone()
    {
        MeasuredFacet facet = Single(Options, [.. Rows.Select(row => row[1..])]);
        Assert.Equal(
            ["CDDPL", "CI", "DI", "DPPL", "FT"],
            facet.Metrics.Where(metric => metric.Result.Value is not null).Select(metric => metric.Metric.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Label column label is not present in the dataset", Of(facet, "RD").Error);
    }

    [Fact]
    public void Measure_WithoutGroupVariable_HasNoConditionalMetrics()
    {
        MeasuredFacet facet = Single(Options with { GroupVariable = null }, Rows);
        Assert.Equal("Group variable is empty or not provided", Of(facet, "CDDL").Error);
    }

    [Fact]
    public void Measure_WithTextAmongTheFeatures_HasNoFlipTest() =>
        Assert.Equal("FlipTest does not support non-numeric columns", Of(Single(Options with { Features = ["x", "group"] }, Rows), "FT").Error);

    [Fact]
    public void Measure_WithNumericFeatures_MakesTheFlipTest() =>
        Assert.Equal(-1.0 / 3.0, Of(Single(Options, Rows), "FT").Value);

    [Fact]
    public void Measure_WithoutMistakenAcceptances_HasAnInfiniteRatio()
    {
        MeasuredFacet facet = Single(Options, ["y,n,f,a,1", "y,y,f,a,2", "n,y,m,a,3", "y,n,m,b,4"]);
        Assert.Equal(double.PositiveInfinity, Of(facet, "TE").Value);
    }

    [Fact]
    public void Measure_OfLabelsThatOneSideLacks_DropsThemLikeClarifyOrNot()
    {
        string[] rows = ["y,y,f,a,1", "y,y,m,a,2", "y,y,m,a,3", "n,n,m,a,4", "n,n,m,a,5", "n,n,m,a,6"];
        MeasuredFacet clarifys = Single(Options, rows);
        MeasuredFacet ours = Single(Options with { Compatibility = Compatibility.Corrected }, rows);
        Assert.Equal(0.06641431438228168, Of(clarifys, "JS").Value!.Value, 1e-12);
        Assert.True(Of(clarifys, "KL").Value < 0.0);
        Assert.Equal(double.PositiveInfinity, Of(ours, "KL").Value);
        Assert.Equal(Math.Sqrt(0.72), Of(ours, "LP").Value!.Value, 1e-12);
    }

    [Fact]
    public void Measure_OfEachValue_HasAFacetForEach()
    {
        BiasMeasurement measured = Measure(Options with { Facets = [new FacetOptions("sex", [])] }, "label,predicted,sex,group,x", Rows);
        Assert.Equal(["f", "m"], measured.Facets.Select(facet => facet.ValueOrThreshold));
        Assert.Equal((3, 4), (measured.Facets[0].SensitiveRows, measured.Facets[0].OtherRows));
    }

    [Fact]
    public void Measure_OfMoreValuesThanAreToldApart_NamesTheNumber()
    {
        BiasOptions options = Options with { Facets = [new FacetOptions("x", [])] };
        MeasuredFacet facet = Single(options, [.. Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"y,y,f,a,{i}"))]);
        Assert.Contains("has more than 100 values", Of(facet, "CI").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_OfMoreGroupsThanAreToldApart_FailsOnlyWhereTheyCount()
    {
        MeasuredFacet facet = Single(
            Options, [.. Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? 'y' : 'n')},y,{(i % 3 == 0 ? 'f' : 'm')},g{i},1"))]);
        Assert.Equal("Group variable group has more than 100 values", Of(facet, "CDDL").Error);
        Assert.NotNull(Of(facet, "DPL").Value);
    }

    [Theory]
    [InlineData(Compatibility.SageMaker, "(40, 69]")]
    [InlineData(Compatibility.Corrected, "(40, 69]")]
    public void Measure_OfAContinuousColumn_TakesItsNumberForAThreshold(Compatibility compatibility, string expected)
    {
        BiasOptions options = Options with { Facets = [new FacetOptions("x", ["40"])], Compatibility = compatibility };
        MeasuredFacet facet = Single(options, [.. Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? 'y' : 'n')},y,f,a,{20 + i % 50}"))]);
        Assert.Equal(expected, facet.ValueOrThreshold);
        Assert.Equal((58, 42), (facet.SensitiveRows, facet.OtherRows));
    }

    [Fact]
    public void Measure_OfFewRows_StaysCategoricalUnlessAsClarify()
    {
        BiasOptions options = Options with { Facets = [new FacetOptions("x", ["0"])] };
        string[] rows = ["y,y,f,a,0", "n,n,f,a,1", "n,y,f,b,1", "y,y,m,a,0"];
        Assert.Equal("(0, 1]", Single(options, rows).ValueOrThreshold);
        Assert.Equal("0", Single(options with { Compatibility = Compatibility.Corrected }, rows).ValueOrThreshold);
    }

    /// <summary>1.0 is the number 1, as pandas writes it once a cell is missing; Clarify takes it for a threshold then.</summary>
    [Fact]
    public void Measure_OfWholeNumbersWrittenAsFractions_StaysCategoricalUnlessAsClarify()
    {
        BiasOptions options = Options with { Facets = [new FacetOptions("x", ["0"])] };
        string[] rows = ["y,y,f,a,0.0", "n,n,f,a,1.0", "n,y,f,b,1.0", "y,y,m,a,1.0"];
        Assert.Equal(("(0.0, 1.0]", 3), Described(Single(options, rows)));
        Assert.Equal(("0", 1), Described(Single(options with { Compatibility = Compatibility.Corrected }, rows)));
        Assert.Equal(("(0.0, 0.5]", 1), Described(Single(options with { Compatibility = Compatibility.Corrected }, ["y,y,f,a,0", "y,y,f,a,0.5"])));
        static (string, long) Described(MeasuredFacet facet) => (facet.ValueOrThreshold, facet.SensitiveRows);
    }

    /// <summary>Joining adds the label behind the last column, where an index of one field too many finds it.</summary>
    [Theory]
    [InlineData("3", null)]
    [InlineData("label", null)]
    [InlineData(null, "3")]
    [InlineData(null, "label")]
    public void Measure_OfPredictionsThatWouldBeTheLabel_HasNone(string? predicted, string? probability)
    {
        BiasOptions options = Options with { PredictedLabel = predicted, Probability = probability, GroupVariable = null };
        MeasuredFacet facet = Assert.Single(Measure(options, "p,sex,x,label", ["y,f,1,y", "n,f,2,n", "y,m,3,y", "y,m,4,n"]).Facets);
        Assert.Equal($"Predictions ({predicted ?? probability}) are not present in the dataset", Of(facet, "AD").Error);
        Assert.Equal(0.0, Of(facet, "DPL").Value);
    }

    [Fact]
    public void Measure_OfAnInterval_TakesTheNumbersInIt()
    {
        MeasuredFacet facet = Single(Options with { Facets = [new FacetOptions("x", ["(2, 5]"])] }, Rows);
        Assert.Equal((3, 4), (facet.SensitiveRows, facet.OtherRows));
    }

    [Fact]
    public void Measure_OfProbabilities_TakesThoseAboveTheThreshold()
    {
        BiasOptions options = Options with { PredictedLabel = null, Probability = "predicted", ProbabilityThreshold = 0.4 };
        MeasuredFacet facet = Single(options, ["y,0.5,f,a,1", "n,0.4,f,a,2", "n,0.41,m,a,3", "y,0.9,m,a,4"]);
        Assert.Equal(0.5, Of(facet, "DI").Value);
    }

    [Fact]
    public void Measure_OfMissingCells_LeavesThemOutOrTakesThemForNoneOfTheValues()
    {
        string[] rows = [.. Rows, ",1,f,a,8", "y,y,,a,9"];
        Assert.Equal((4, 5), Sizes(Single(Options, rows)));
        Assert.Equal((4, 4), Sizes(Single(Options with { Compatibility = Compatibility.Corrected }, rows)));
        static (long, long) Sizes(MeasuredFacet facet) => (facet.SensitiveRows, facet.OtherRows);
    }

    private static Statistics.Fairness.BiasValue Of(MeasuredFacet facet, string metric) =>
        facet.Metrics.Single(measured => measured.Metric.Name == metric).Result;

    private static MeasuredFacet Single(BiasOptions options, string[] rows) =>
        Assert.Single(Measure(options, "label,predicted,sex,group,x", rows).Facets);

    private static BiasMeasurement Measure(BiasOptions options, string columns, string[] rows) =>
        BiasMeasurer.Measure(RowText.State(options, columns, rows), options, null, withIntervals: false);
}
