using System.Text;
using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Capture;
using ModelMonitor.Documents;
using ModelMonitor.Metrics;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Tests.Bias;
using ModelMonitor.Tests.Capture;

namespace ModelMonitor.Tests.Attribution;

public sealed class AttributionKindTests
{
    private static readonly AttributionOptions Options = new() { MinimumRows = 1 };

    // The example of the developer guide; it prints 0.69.
    private static readonly AnalysisDocument Admissions = Baseline(("SAT", 0.7), ("GPA", 0.5), ("rank", 0.05));

    [Fact]
    public void Evaluate_OfTheGuidesExample_IsViolatedInClarifysWords()
    {
        RunFindings findings = Evaluate(Options, Admissions, "SAT,GPA,rank", "0.1,0.2,0.7", "-0.1,-0.2,-0.7");
        AttributionFinding finding = Assert.Single(findings.Attribution!);
        Assert.Equal(0.6876396241226223, finding.Gain!.Value, 1e-12);
        AttributionViolation violation = Assert.Single(Violations(findings));
        Assert.Equal("label0", violation.Label);
        Assert.Equal($"Feature attribution drift {PythonDouble.ToString(finding.Gain.Value)} exceeds threshold 0.9", violation.Description);
        Assert.Equal(["SAT", "GPA", "rank"], finding.Features.Select(feature => feature.Feature));
    }

    [Fact]
    public void Evaluate_OfTheSameRanking_HasTheFullGain()
    {
        RunFindings findings = Evaluate(Options, Admissions, "SAT,GPA,rank", "0.9,-0.8,0.1");
        Assert.Equal(1.0, Assert.Single(findings.Attribution!).Gain);
        Assert.Empty(Violations(findings));
    }

    [Fact]
    public void Evaluate_OfAFileWithLabelsBehindNames_FindsTheFeatures()
    {
        RunFindings findings = Evaluate(Options, Admissions, "SAT_label0,GPA_label0,rank_label0", "0.7,0.5,0.05");
        Assert.Equal(1.0, Assert.Single(findings.Attribution!).Gain);
    }

    [Fact]
    public void Evaluate_WithoutExplanations_SaysWhatIsMissing()
    {
        AttributionFinding finding = Assert.Single(Evaluate(Options, Admissions, "x,y", "1,2").Attribution!);
        Assert.Null(finding.Gain);
        Assert.False(finding.Violated);
        Assert.Contains("no row has an explanation", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfFewRows_DoesNotJudge()
    {
        AttributionFinding finding = Assert.Single(Evaluate(new AttributionOptions(), Admissions, "SAT,GPA,rank", "0.1,0.2,0.7").Attribution!);
        Assert.False(finding.Violated);
        Assert.Equal("too few explained rows to judge: 1; at least 30 are needed", finding.Reason);
    }

    [Fact]
    public void Evaluate_OfAttributionsThatAreNoNumbers_CountsAndLeavesThemOut()
    {
        AttributionKind kind = new(Options, Admissions, "analysis.json");
        AttributionState state = kind.CreateState(new ColumnSet("SAT", "GPA", "rank"));
        RowText.Send(kind.GetSink(state), ["0.7,0.5,0.05", "NaN,0.5,1e400"]);
        Assert.Equal(2, state.LeftOut);
        Assert.Equal(1.0, Assert.Single(kind.Evaluate(state).Attribution!).Gain);
    }

    /// <summary>The square of 1e154 is a number, the sum of two of them none: such rows must not take the window with them.</summary>
    [Theory]
    [InlineData(AttributionAggregate.MeanAbsolute)]
    [InlineData(AttributionAggregate.MeanSquared)]
    public void Evaluate_OfAttributionsBeyondAllMeasure_LeavesThemOut(AttributionAggregate aggregate)
    {
        AttributionKind kind = new(Options with { Aggregate = aggregate }, Admissions, "analysis.json");
        AttributionState state = kind.CreateState(new ColumnSet("SAT", "GPA", "rank"));
        RowText.Send(kind.GetSink(state), Enumerable.Repeat("1e154,0.5,1e100", 500));

        AttributionState stored = StateFile.FromBytes<AttributionState>(StateFile.ToBytes(state));
        stored.MergeFrom(StateFile.FromBytes<AttributionState>(StateFile.ToBytes(state)));

        Assert.Equal(1_000, stored.LeftOut);
        AttributionFinding finding = Assert.Single(kind.Evaluate(stored).Attribution!);
        Assert.Null(finding.Features[0].Value);
        Assert.Equal(aggregate == AttributionAggregate.MeanSquared ? 1e200 : 1e100, finding.Features[2].Value!.Value, 1e186);
    }

    /// <summary>Of label1 alone the baseline knows a feature C, between the two others.</summary>
    [Fact]
    public void Evaluate_OfAFeatureOfALaterLabel_RanksIt()
    {
        AnalysisDocument baseline = new()
        {
            Attributions =
            [
                new LabelAttributions("label0", [KeyValuePair.Create("A", 0.7), KeyValuePair.Create("B", 0.5)], null),
                new LabelAttributions("label1", [KeyValuePair.Create("A", 0.7), KeyValuePair.Create("B", 0.5), KeyValuePair.Create("C", 0.6)], null),
            ],
        };
        RunFindings findings = Evaluate(Options, baseline, "A_label0,B_label0,A_label1,B_label1,C_label1", "3,2,3,2,2.5");
        Assert.Equal([1.0, 1.0], findings.Attribution!.Select(finding => finding.Gain!.Value));
        Assert.Equal(2.5, findings.Attribution![1].Features.Single(feature => feature.Feature == "C").Value);
    }

    [Fact]
    public void Create_WithABaselineBelowZero_NamesTheFeature() => Assert.Equal(
        "analysis.json: $.explanations.kernel_shap.label0.global_shap_values.GPA: expected a number not below 0, as mean_abs and mean_sq give it, found -0.5",
        Assert.Throws<ConfigurationException>(() => new AttributionKind(Options, Baseline(("SAT", 0.7), ("GPA", -0.5)), "analysis.json")).Message);

    [Theory]
    [InlineData(AttributionAggregate.MeanAbsolute, 0.5)]
    [InlineData(AttributionAggregate.MeanSquared, 0.26)]
    public void Report_OfRows_AggregatesThem(AttributionAggregate aggregate, double expected)
    {
        AttributionOptions options = new() { Features = ["a"], Aggregate = aggregate };
        AttributionProfiler profiler = new(options);
        AttributionState state = profiler.CreateState(new ColumnSet("a"));
        RowText.Send(profiler.GetSink(state), ["0.4", "-0.6"]);
        Assert.Equal(expected, AttributionReport.Of(state, options).Attributions![0].Values[0].Value, 1e-15);
    }

    /// <summary>Explanations without headers are told by the place of the baseline's features, which a file's columns say.</summary>
    [Fact]
    public void Report_OfAFile_KeepsTheOrderOfItsColumns()
    {
        AttributionOptions options = new() { AreLocalValues = true };
        AttributionProfiler profiler = new(options);
        AttributionState whole = AttributionState.CreateEmpty();
        foreach (string row in (string[])["0.1,0.2,0.3", "0.3,0.2,0.1"])
        {
            AttributionState part = profiler.CreateState(new ColumnSet("SAT", "rank", "GPA"));
            RowText.Send(profiler.GetSink(part), [row]);
            whole.MergeFrom(part);
        }

        Assert.Equal(["SAT", "rank", "GPA"], AttributionReport.Of(whole, options).Attributions![0].Values.Select(pair => pair.Key));
    }

    [Fact]
    public void Create_WithABaselineOfBias_IsRefused()
    {
        AnalysisDocument bias = new() { PreTraining = new BiasSection("y", "1", []) };
        Assert.Contains(
            "$.explanations.kernel_shap",
            Assert.Throws<ConfigurationException>(() => new AttributionKind(Options, bias, "analysis.json")).Message,
            StringComparison.Ordinal);
    }

    /// <summary>The answer of an endpoint with an explainer, as the developer guide shows it, in a captured line.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfACapturedExplanation_SumsItUp(bool withHeaders)
    {
        string[] features =
        [
            .. new[] { ("rank", "-0.5"), ("GPA", "0.25"), ("SAT", "0.125") }.Select(feature =>
                (withHeaders ? $"{{\"feature_header\":\"{feature.Item1}\",\"feature_type\":\"numerical\"," : "{")
                + $"\"attributions\":[{{\"attribution\":[{feature.Item2}]}}]}}"),
        ];
        string answer = "{\"version\":\"1.0\",\"predictions\":{\"content_type\":\"text/csv\",\"data\":\"0.0006\"},\"explanations\":{\"kernel_shap\":[["
            + string.Join(',', features) + "]]}}";
        string line = "{\"captureData\":{\"endpointInput\":{\"observedContentType\":\"text/csv\",\"mode\":\"INPUT\",\"data\":\"1,2,3\",\"encoding\":\"CSV\"},"
            + "\"endpointOutput\":{\"observedContentType\":\"application/json\",\"mode\":\"OUTPUT\",\"data\":"
            + System.Text.Json.JsonSerializer.Serialize(answer)
            + ",\"encoding\":\"JSON\"}},\"eventMetadata\":{\"eventId\":\"e\",\"inferenceTime\":\"2026-01-01T00:00:00Z\"},\"eventVersion\":\"0\"}";
        using MemoryStream captured = new(Encoding.UTF8.GetBytes(line + "\n" + line));
        CaptureLayout layout = CaptureShapeDetector.Detect(captured, CancellationToken.None)!.CreateLayout(baseline: null);
        captured.Position = 0;
        AttributionKind kind = new(withHeaders ? Options : Options with { Features = ["rank", "GPA", "SAT"] }, Admissions, "analysis.json");
        AttributionState state = kind.CreateState(layout.Columns);
        ReadingReport report = new();
        new CaptureReader(layout, window: null, kind.GetSink(state), report).Read(captured, "", range: null, CancellationToken.None);

        Assert.Equal(0, report.Unreadable);
        Assert.Equal((2, 2), (state.RowCount, state.ExplainedRows));
        Assert.Equal(
            [("SAT", 0.125), ("GPA", 0.25), ("rank", 0.5)],
            Assert.Single(kind.Evaluate(state).Attribution!).Features.Select(feature => (feature.Feature, feature.Value!.Value)));
    }

    /// <summary>A request of three records of which the second is not explained: each other one counts as one explained row.</summary>
    [Fact]
    public void Read_OfACapturedAnswerToSeveralRecords_AddsEachOne()
    {
        const string Answer = """
            {"version":"1.0","predictions":{"content_type":"text/csv","data":"0.1\n0.2\n0.9"},"explanations":{"kernel_shap":[
              [{"attributions":[{"attribution":[0.5]}]},{"attributions":[{"attribution":[-0.25]}]},{"attributions":[{"attribution":[0.0]}]}],
              null,
              [{"attributions":[{"attribution":[-1.5]}]},{"attributions":[{"attribution":[0.75]}]},{"attributions":[{"attribution":["?"]}]}]]}}
            """;
        string line = CaptureLines.Line("1,2,3\n4,5,6\n7,8,9", Answer, "CSV", "JSON");
        using MemoryStream captured = new(Encoding.UTF8.GetBytes(line));
        CaptureLayout layout = CaptureShapeDetector.Detect(captured, CancellationToken.None)!.CreateLayout(baseline: null);
        captured.Position = 0;
        AttributionKind kind = new(Options, Admissions, "analysis.json");
        AttributionState state = kind.CreateState(layout.Columns);
        ReadingReport report = new();
        new CaptureReader(layout, window: null, kind.GetSink(state), report).Read(captured, "", range: null, CancellationToken.None);

        Assert.Equal(0, report.Unreadable);
        Assert.Equal((3, 2, 1), (state.RowCount, state.ExplainedRows, state.LeftOut));
        Assert.Equal(
            [("SAT", 1.0), ("GPA", 0.5), ("rank", 0.0)],
            Assert.Single(kind.Evaluate(state).Attribution!).Features.Select(feature => (feature.Feature, feature.Value!.Value)));
    }

    [Fact]
    public void Evaluate_OfLabels_PublishesAttributionsAndExpectedValues()
    {
        RunFindings findings = Evaluate(Options, Admissions, "SAT,GPA,rank", "0.7,0.5,0.05");
        Assert.Equal(
            ["aws/sagemaker/Endpoints/explainability-metrics", "aws/sagemaker/Endpoints/explainability-metrics", "ModelMonitor", "ModelMonitor"],
            findings.Metrics.Select(group => group.EndpointNamespace));
        Assert.Equal(["feature_SAT", "feature_GPA", "feature_rank"], findings.Metrics[0].Metrics.Select(metric => metric.Name));
        Assert.Equal(["KernelShap", "label0", "GlobalShapValues"], findings.Metrics[0].Dimensions.Select(dimension => dimension.Value));
        Assert.Equal("ExpectedValue", findings.Metrics[1].Dimensions[2].Value);
    }

    [Fact]
    public void Evaluate_OfSeveralLabels_PublishesTheLeastGainWithoutALabelForAlarms()
    {
        AnalysisDocument baseline = new()
        {
            Attributions =
            [
                Admissions.Attributions![0],
                new LabelAttributions("label1", [KeyValuePair.Create("SAT", 0.7), KeyValuePair.Create("GPA", 0.5), KeyValuePair.Create("rank", 0.05)], null),
            ],
        };
        RunFindings findings = Evaluate(
            Options, baseline, "SAT_label0,GPA_label0,rank_label0,SAT_label1,GPA_label1,rank_label1", "0.7,0.5,0.05,0.1,0.2,0.7");
        KindMetrics[] gains = [.. findings.Metrics.Where(group => group.EndpointNamespace == "ModelMonitor")];
        Assert.Equal(["label0", "label1", ""], gains.Select(group => string.Join(',', group.Dimensions.Select(dimension => dimension.Value))));
        Assert.All(gains, group => Assert.Equal("ndcg", Assert.Single(group.Metrics).Name));
        Assert.Equal([1.0, 0.687639624123, 0.687639624123], gains.Select(group => Math.Round(group.Metrics[0].Value, 12)));
    }

    private static IReadOnlyList<AttributionViolation> Violations(RunFindings findings) => AttributionViolationsDocument.Read(
        "v", findings.Documents.Single(document => document.Name == "constraint_violations.json").Content).Violations;

    private static RunFindings Evaluate(AttributionOptions options, AnalysisDocument baseline, string columns, params string[] rows)
    {
        AttributionKind kind = new(options, baseline, "analysis.json");
        AttributionState state = kind.CreateState(new ColumnSet(columns.Split(',')));
        RowText.Send(kind.GetSink(state), rows);
        return kind.Evaluate(state);
    }

    private static AnalysisDocument Baseline(params (string Feature, double Value)[] features) => new()
    {
        Attributions = [new LabelAttributions("label0", [.. features.Select(feature => KeyValuePair.Create(feature.Feature, feature.Value))], 0.25)],
    };
}
