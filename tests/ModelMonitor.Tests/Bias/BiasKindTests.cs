using ModelMonitor.Bias;
using ModelMonitor.Metrics;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Tests.Bias;

public sealed class BiasKindTests
{
    private const string Columns = "label,predicted,sex";

    private static readonly BiasOptions Options = new()
    {
        Label = "label",
        LabelValues = ["y"],
        Facets = [new FacetOptions("sex", ["f"])],
        PredictedLabel = "predicted",
    };

    [Fact]
    public void Evaluate_OfRowsLikeTheBaselines_HasNoViolation() =>
        Assert.Equal(0, Evaluate(Options, Rows(400, 200, 400, 200), Rows(100, 48, 100, 51)).Violations);

    [Fact]
    public void Evaluate_OfAWorseRatio_IsViolatedWithIntervalAndSizes()
    {
        RunFindings findings = Evaluate(Options, Rows(400, 200, 400, 200), Rows(400, 80, 400, 240));
        BiasFinding impact = findings.Bias!.Single(finding => finding.Metric == "DI");
        Assert.True(impact.Violated);
        Assert.Contains("in the facet", Text(findings), StringComparison.Ordinal);
        Assert.Contains("Metric value 0.33333333333333337 doesn't meet the baseline constraint requirement 1.0 (at least the baseline; 99.99 % interval", Text(findings), StringComparison.Ordinal);
        Assert.Contains("400 rows in the facet, 400 outside", Text(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfAWorseRatioAsSageMaker_IsNotViolated()
    {
        BiasOptions options = Options with { Compatibility = Compatibility.SageMaker };
        RunFindings findings = Evaluate(options, Rows(400, 200, 400, 200), Rows(400, 80, 400, 240));
        Assert.False(findings.Bias!.Single(finding => finding.Metric == "DI").Violated);
        Assert.True(findings.Bias!.Single(finding => finding.Metric == "DPPL").Violated);
    }

    [Fact]
    public void Evaluate_OfFewerRows_IsNotCertainEnough() =>
        Assert.Equal(0, Evaluate(Options, Rows(400, 200, 400, 200), Rows(30, 12, 30, 18)).Violations);

    [Fact]
    public void Evaluate_OfAFacetTooSmall_SaysSo()
    {
        RunFindings findings = Evaluate(Options, Rows(400, 200, 400, 200), Rows(29, 0, 400, 400));
        Assert.Equal(0, findings.Violations);
        Assert.Contains("too few rows to judge: 29 in the facet, 400 outside", findings.Bias!.Single(finding => finding.Metric == "DI").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OutsideAnAllowedRange_IsViolatedWhateverTheBaseline()
    {
        BiasOptions options = Options with
        {
            AllowedRanges = new Dictionary<string, AllowedRange>(StringComparer.Ordinal) { ["DI"] = new(0.8, 1.25) },
        };
        string[] rows = Rows(4_000, 1_000, 4_000, 2_000);
        RunFindings findings = Evaluate(options, rows, rows);
        Assert.Equal(["DI"], findings.Bias!.Where(finding => finding.Violated).Select(finding => finding.Metric));
        Assert.Contains("(allowed range 0.8 to 1.25;", Text(findings), StringComparison.Ordinal);
        Assert.Equal(
            [("DI", 0.8, 1.25)],
            findings.Bias!.Where(finding => finding.Minimum is not null || finding.Maximum is not null)
                .Select(finding => (finding.Metric, finding.Minimum!.Value, finding.Maximum!.Value)));
    }

    [Theory]
    [InlineData(0.8, double.PositiveInfinity, 0.8, null)]
    [InlineData(double.NegativeInfinity, 1.25, null, 1.25)]
    public void Evaluate_OfARangeOpenOnOneSide_HasTheOtherEnd(double minimum, double maximum, double? least, double? largest)
    {
        BiasOptions options = Options with
        {
            AllowedRanges = new Dictionary<string, AllowedRange>(StringComparer.Ordinal) { ["DI"] = new(minimum, maximum) },
        };
        string[] rows = Rows(100, 50, 100, 50);
        BiasFinding finding = Evaluate(options, rows, rows).Bias!.Single(finding => finding.Metric == "DI");
        Assert.Equal((least, largest), (finding.Minimum, finding.Maximum));
        Assert.Null(Evaluate(options with { Compatibility = Compatibility.SageMaker }, rows, rows).Bias!.Single(one => one.Metric == "DI").Minimum);
    }

    /// <summary>2,048 distinct rows are kept: with one more the flip test is an estimate, and says of how many rows.</summary>
    [Theory]
    [InlineData(FlipSample.Capacity, false)]
    [InlineData(FlipSample.Capacity + 1, true)]
    public void Evaluate_OfMoreDistinctRowsThanAreKept_SaysThatTheFlipTestIsOfASample(int distinct, bool isSample)
    {
        string[] rows = [.. Enumerable.Range(0, 3 * distinct).Select(i => FormattableString.Invariant($"y,{(i % 2 == 0 ? 'y' : 'n')},{(i % 3 == 0 ? 'f' : 'm')},{i % distinct}"))];
        BiasOptions options = Options with { Features = ["x"] };
        BiasKind kind = new(options, new AnalysisDocument());
        BiasState state = kind.CreateState(new ColumnSet([.. Columns.Split(','), "x"]));
        RowText.Send(kind.GetSink(state), rows[..distinct]);
        RunFindings findings = kind.Evaluate(state);
        BiasFinding flips = findings.Bias!.Single(finding => finding.Metric == "FT");

        Assert.NotNull(flips.Value);
        Assert.Equal(isSample ? FlipSample.Capacity : null, flips.SampledRows);
        Assert.Equal(isSample ? FlipSample.Capacity : distinct, flips.FacetRows + flips.OtherRows);
        Assert.All(findings.Bias!.Where(finding => finding.Metric != "FT"), finding => Assert.Null(finding.SampledRows));
        Assert.Equal(distinct, findings.Bias!.Where(finding => finding.Metric == "DI").Sum(finding => finding.FacetRows + finding.OtherRows));
    }

    /// <summary>It is of all rows: two facets would say the same twice.</summary>
    [Theory]
    [InlineData(Compatibility.Corrected, 1)]
    [InlineData(Compatibility.SageMaker, 2)]
    public void Evaluate_OfUnequalBenefits_IsOneViolationHoweverManyFacetsThereAre(Compatibility compatibility, int violations)
    {
        BiasOptions options = Options with { Facets = [new FacetOptions("sex", ["f"]), new FacetOptions("sex", ["m"])], Compatibility = compatibility };
        string[] worse = [.. Enumerable.Range(0, 800).Select(i => $"{(i % 4 < 2 ? 'y' : 'n')},{(i % 4 is 0 or 2 ? 'y' : 'n')},{(i % 8 < 4 ? 'f' : 'm')}")];
        BiasFinding[] entropies = [.. Evaluate(options, Rows(400, 200, 400, 200), worse).Bias!.Where(finding => finding.Metric == "GE")];
        Assert.Equal(violations, entropies.Count(finding => finding.Violated));
        Assert.Equal(2, entropies.Count(finding => finding.Value is not null));
        Assert.Equal(
            compatibility == Compatibility.Corrected ? "it looks at all rows alike, and is judged with sex f" : null, entropies[1].Reason);
    }

    /// <summary>With the confidence, every interval grows; none reaches beyond what its metric can be.</summary>
    [Fact]
    public void Evaluate_OfOtherConfidences_HasOtherIntervalsWithinTheRangeOfEachMetric()
    {
        BiasOptions options = Options with { GroupVariable = "predicted" };
        string[] rows =
        [
            .. Rows(60, 20, 60, 30), .. Enumerable.Repeat("y,n,f", 9), .. Enumerable.Repeat("n,y,f", 5),
            .. Enumerable.Repeat("y,n,m", 6), .. Enumerable.Repeat("n,y,m", 8),
        ];
        BiasFinding[] wide = [.. Evaluate(options with { Confidence = 0.9999 }, rows, rows).Bias!];
        BiasFinding[] narrow = [.. Evaluate(options with { Confidence = 0.9 }, rows, rows).Bias!];
        string[] judged = [.. wide.Where(finding => finding.Lower is not null).Select(finding => finding.Metric)];
        Assert.Equal(20, judged.Length); // All but the flip test, which has no features here.
        Assert.All(wide.Zip(narrow).Where(pair => pair.First.Lower is not null), pair =>
        {
            IBiasMetric metric = BiasMetrics.Find(pair.First.Metric)!;
            Assert.True(pair.First.Upper - pair.First.Lower > 1.2 * (pair.Second.Upper - pair.Second.Lower), metric.Name);
            Assert.True(pair.First.Lower >= metric.Least && pair.First.Upper <= metric.Most, metric.Name);
            Assert.True(pair.Second.Lower <= pair.First.Value && pair.First.Value <= pair.Second.Upper, metric.Name);
        });
    }

    [Fact]
    public void Evaluate_OfAFavouredFacet_IsNoHarmToItExceptAsADistance() =>
        Assert.All(
            Evaluate(Options, Rows(400, 200, 400, 200), Rows(400, 300, 400, 200)).Bias!.Where(finding => finding.Violated),
            finding => Assert.Contains(finding.Metric, (string[])["JS", "KL", "KS", "LP", "TVD"]));

    [Fact]
    public void Evaluate_OfAnInfiniteRatio_PublishesTheLargestNumberAndNeverNaN()
    {
        string[] rows = ["y,n,f", "n,n,f", "y,y,m", "n,y,m", "y,n,m"];
        RunFindings findings = Evaluate(Options with { Compatibility = Compatibility.SageMaker }, rows, rows);
        KindMetrics post = findings.Metrics.Single(group => group.Dimensions[0].Value == "Post-Training");
        Assert.Equal("aws/sagemaker/Endpoints/bias-metrics", post.EndpointNamespace);
        Assert.Equal(["BiasStage", "Label", "LabelValue", "Facet", "FacetValue"], post.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal(["Post-Training", "label", "y", "sex", "f"], post.Dimensions.Select(dimension => dimension.Value));
        Assert.Equal(2.348542582773833e108, post.Metrics.Single(metric => metric.Name == "bias_metric_TE").Value);
        Assert.DoesNotContain(post.Metrics, metric => metric.Name == "bias_metric_CDDPL");
        Assert.All(post.Metrics, metric => Assert.True(metric.IsPublishable));
    }

    [Fact]
    public void Evaluate_WithoutViolations_WritesTheFileUnlessAsSageMaker()
    {
        string[] rows = Rows(100, 50, 100, 50);
        Assert.False(Document(Evaluate(Options, rows, rows), "constraint_violations.json").OnlyIfPresent);
        Assert.True(Document(Evaluate(Options with { Compatibility = Compatibility.SageMaker }, rows, rows), "constraint_violations.json").OnlyIfPresent);
    }

    [Fact]
    public void Evaluate_OfTheSameCounts_GivesTheSameIntervals()
    {
        string[] rows = Rows(400, 150, 400, 200);
        Assert.Equal(
            Evaluate(Options, rows, rows).Bias!,
            Evaluate(Options, rows, [.. rows.Reverse()]).Bias!);
    }

    [Fact]
    public void Fingerprints_OfOtherOptions_Differ()
    {
        AnalysisDocument baseline = Baseline(Options, Rows(10, 5, 10, 5));
        BiasKind kind = new(Options, baseline);
        Assert.Equal(kind.OptionsFingerprint, new BiasKind(Options, baseline).OptionsFingerprint);
        Assert.NotEqual(kind.OptionsFingerprint, new BiasKind(Options with { Confidence = 0.95 }, baseline).OptionsFingerprint);
        Assert.NotEqual(kind.RowsFingerprint, new BiasKind(Options with { GroupVariable = "g" }, baseline).RowsFingerprint);
        Assert.Equal(kind.RowsFingerprint, new BiasKind(Options with { Confidence = 0.95 }, baseline).RowsFingerprint);
    }

    [Fact]
    public void RunJson_WithInfinities_RoundTrips()
    {
        RunRecord record = new()
        {
            Monitor = "m",
            Kind = "bias",
            Outcome = RunOutcome.Completed,
            Message = "",
            Fingerprint = "",
            InputFingerprint = "",
            EngineVersion = "",
            Bias = [new BiasFinding("sex", "f", "post-training", "TE") { Value = double.PositiveInfinity, Lower = 0.5 }],
        };
        string json = System.Text.Json.JsonSerializer.Serialize(record, RunJsonContext.Default.RunRecord);
        Assert.Contains("\"value\": \"Infinity\"", json, StringComparison.Ordinal);
        Assert.Equal(record.Bias, System.Text.Json.JsonSerializer.Deserialize(json, RunJsonContext.Default.RunRecord)!.Bias);
    }

    private static string Text(RunFindings findings) =>
        string.Join('\n', BiasViolationsDocument.Read("v", Document(findings, "constraint_violations.json").Content).Violations.Select(violation => violation.Description));

    private static RunDocument Document(RunFindings findings, string name) => findings.Documents.Single(document => document.Name == name);

    private static RunFindings Evaluate(BiasOptions options, string[] baseline, string[] rows)
    {
        BiasKind kind = new(options, Baseline(options, baseline));
        BiasState state = kind.CreateState(new ColumnSet(Columns.Split(',')));
        RowText.Send(kind.GetSink(state), rows);
        return kind.Evaluate(state);
    }

    private static AnalysisDocument Baseline(BiasOptions options, string[] rows) =>
        BiasBaselineBuilder.Build(RowText.State(options, Columns, rows), options);

    /// <summary>Rows of both sides, of which so many are predicted positive, each rightly.</summary>
    private static string[] Rows(int facet, int facetPositive, int others, int othersPositive) =>
    [
        .. Enumerable.Repeat("y,y,f", facetPositive), .. Enumerable.Repeat("n,n,f", facet - facetPositive),
        .. Enumerable.Repeat("y,y,m", othersPositive), .. Enumerable.Repeat("n,n,m", others - othersPositive),
    ];
}
