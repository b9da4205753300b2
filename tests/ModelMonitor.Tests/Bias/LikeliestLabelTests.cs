using System.Text;
using ModelMonitor.Bias;
using ModelMonitor.Capture;
using ModelMonitor.Reading;
using ModelMonitor.Statistics.Fairness;
using ModelMonitor.Tests.Capture;

namespace ModelMonitor.Tests.Bias;

/// <summary>Predictors that answer with a probability for each label (<c>label_headers</c> of Clarify's configuration).</summary>
public sealed class LikeliestLabelTests
{
    private static readonly BiasOptions Options = new()
    {
        Label = "label",
        LabelValues = ["good", "fair"],
        Facets = [new FacetOptions("sex", ["f"])],
        Probability = "scores",
        LabelHeaders = ["bad", "fair", "good"],
        Features = ["x"],
    };

    // The side d: good and bad; a: fair, good and, of equal ones the first, bad. So d has 1 of 2 accepted, a 2 of 3.
    [Theory]
    [InlineData("scores.0,scores.1,scores.2,sex", "0.1,0.2,0.7,f", "0.6,0.3,0.1,f", "0.1,0.5,0.4,m", "0,0,1,m", "0.4,0.2,0.4,m")]
    [InlineData("scores,_c1,_c2,sex", "0.1,0.2,0.7,f", "0.6,0.3,0.1,f", "0.1,0.5,0.4,m", "0,0,1,m", "0.4,0.2,0.4,m")]
    public void Measure_OfAProbabilityForEachLabel_PredictsTheLikeliest(string columns, params string[] rows) =>
        Assert.Equal(0.75, Of(Options, columns, rows, "DI").Value!.Value, 1e-12);

    [Theory]
    [InlineData("{\"sex\":\"f\",\"x\":1}", "{\"scores\":[0.1,0.2,0.7],\"id\":1}", "{\"sex\":\"m\",\"x\":2}", "{\"scores\":[0.7,0.2,0.1],\"id\":1}", "JSON")]
    [InlineData("f,1", "1,\"[0.1, 0.2, 0.7]\"", "m,2", "1,\"[0.7, 0.2, 0.1]\"", "CSV")]
    public void Read_OfCapturedLists_PredictsTheLikeliest(string facet, string facetAnswer, string other, string otherAnswer, string encoding)
    {
        BiasOptions options = encoding == "JSON" ? Options with { Probability = "predictions[0].scores" } : Options with { Probability = "1", Headers = ["id", "scores", "sex", "x"] };
        using MemoryStream captured = new(Encoding.UTF8.GetBytes(
            CaptureLines.Line(facet, facetAnswer, encoding) + "\n" + CaptureLines.Line(other, otherAnswer, encoding)));
        CaptureLayout layout = CaptureShapeDetector.Detect(captured, CancellationToken.None)!.CreateLayout(options.Headers);
        captured.Position = 0;
        BiasProfiler profiler = new(options);
        BiasState state = profiler.CreateState(layout.Columns);
        new CaptureReader(layout, window: null, profiler.GetSink(state), new ReadingReport()).Read(captured, "", range: null, CancellationToken.None);
        Assert.Equal(-1.0, Of(state, options, "DPPL").Value);
        Assert.Equal("Label column label is not present in the dataset", Of(state, options, "RD").Error);
    }

    /// <summary>The column behind the last probability is the true label, and no third probability.</summary>
    [Theory]
    [InlineData("0", "a,b,label,sex")]
    [InlineData("scores", "scores.0,scores.1,scores.2,sex")]
    public void Measure_OfProbabilitiesThatReachTheLabel_HasNoPrediction(string probability, string columns)
    {
        BiasOptions options = Options with { Probability = probability, Label = columns.Split(',')[2], LabelValues = ["1"], LabelHeaders = ["0", "1", "2"] };
        Assert.Equal($"Predictions ({probability}) are not present in the dataset", Of(options, columns, ["0.4,0.6,1,f", "0.3,0.7,0,m"], "AD").Error);
    }

    [Fact]
    public void Measure_OfListsOfLabelsAndProbabilities_PredictsTheLikeliest() => Assert.Equal(
        -1.0,
        Of(
            Options with { LabelHeaders = null, PredictedLabel = "labels" },
            "labels.0,labels.1,scores.0,scores.1,sex",
            ["bad,good,0.2,0.8,f", "bad,good,0.9,0.1,m"],
            "DPPL").Value);

    [Fact]
    public void Measure_WithAPredictedLabelToo_TakesThatOne() => Assert.Equal(
        1.0, Of(Options with { PredictedLabel = "p" }, "p,scores.0,scores.1,scores.2,sex", ["bad,0,0,1,f", "good,1,0,0,m"], "DPPL").Value);

    [Theory]
    [InlineData("scores.0,scores.1,scores.2,sex", "0.1,,0.7,f", "x,0.3,0.1,f", "1e999,0,0,f")]
    [InlineData("scores,sex", "[0.1;0.2],f", "[,f", "[],f", "0.3,f")]
    [InlineData("scores.0,scores.1,sex", "0.1,0.2,f", "0.9,0.1,f")]
    public void Measure_OfRowsWithoutANumberForEachLabel_HasNoPrediction(string columns, params string[] rows) => Assert.Equal(
        "Predictions (scores) are not present in the dataset", Of(Options, columns, rows, "DPPL").Error);

    [Fact]
    public void Measure_OfProbabilities_AreNoFeaturesOfTheFlipTest()
    {
        BiasOptions options = Options with { Features = null };
        string[] rows = ["0.1,0.2,0.7,f,5", "0.8,0.1,0.1,m,5", "0.8,0.1,0.1,m,6"];
        Assert.Equal(1.0, Of(options, "scores.0,scores.1,scores.2,sex,x", rows, "FT").Value);
        Assert.Equal(["sex", "x"], State(options, "scores.0,scores.1,scores.2,sex,x", rows).Sample!.Names);
        Assert.Equal(["sex", "x"], State(options, "scores,_c1,_c2,sex,x", rows).Sample!.Names);
    }

    [Fact]
    public void Fingerprint_OfOtherHeaders_Differs() => Assert.NotEqual(
        new BiasProfiler(Options).RowsFingerprint, new BiasProfiler(Options with { LabelHeaders = ["good", "fair", "bad"] }).RowsFingerprint);

    private static BiasState State(BiasOptions options, string columns, string[] rows) => RowText.State(options, columns, rows);

    private static BiasValue Of(BiasOptions options, string columns, string[] rows, string metric) =>
        Of(State(options, columns, rows), options, metric);

    private static BiasValue Of(BiasState state, BiasOptions options, string metric) =>
        Assert.Single(BiasMeasurer.Measure(state, options, null, withIntervals: false).Facets)
            .Metrics.Single(measured => measured.Metric.Name == metric).Result;
}
