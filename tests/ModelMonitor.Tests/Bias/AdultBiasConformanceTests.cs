using ModelMonitor.Bias;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

public sealed class AdultBiasConformanceTests
{
    private static readonly string[] Rounded = ["JS", "CDDPL", "GE"];

    private static string BaselineFile => Conformance.PathOf("adult-bias", "expected", "baseline-analysis.endpoint-json.json");

    [ConformanceFact]
    public void Baseline_OfTheNotebook_HasClarifysDigits()
    {
        AnalysisDocument expected = AnalysisDocument.Read("expected", File.ReadAllBytes(BaselineFile));
        AnalysisDocument actual = BiasBaselineBuilder.Build(
            AdultBias.Baseline(Compatibility.SageMaker), AdultBias.Options(Compatibility.SageMaker));

        AssertSame(expected.PostTraining!, actual.PostTraining!);
        AssertSame(expected.PreTraining!, actual.PreTraining!);
    }

    [ConformanceFact]
    public void Baseline_Corrected_HasTheSameDigits()
    {
        AnalysisDocument clarifys = BiasBaselineBuilder.Build(
            AdultBias.Baseline(Compatibility.SageMaker), AdultBias.Options(Compatibility.SageMaker));
        AnalysisDocument ours = BiasBaselineBuilder.Build(
            AdultBias.Baseline(Compatibility.Corrected), AdultBias.Options(Compatibility.Corrected));
        Assert.Equal(clarifys.ToUtf8(), ours.ToUtf8());
    }

    [ConformanceFact]
    public void Analysis_RoundTrips_ByteForByte()
    {
        byte[] file = File.ReadAllBytes(BaselineFile);
        Assert.Equal(Trimmed(file), System.Text.Encoding.UTF8.GetString(AnalysisDocument.Read("expected", file).ToUtf8()));
    }

    [ConformanceFact]
    public void Run_OfTheEndpointsTraffic_HasTheNineViolationsAndNoOther()
    {
        RunFindings findings = Evaluate(Compatibility.SageMaker);
        RunDocument document = findings.Documents.Single(file => file.Name == "constraint_violations.json");
        BiasViolation[] actual = [.. BiasViolationsDocument.Read("actual", document.Content).Violations];
        BiasViolation[] expected =
        [
            .. BiasViolationsDocument.Read(
                "expected",
                File.ReadAllBytes(Conformance.PathOf("adult-bias", "expected", "constraint_violations.endpoint-json.json"))).Violations,
        ];

        Assert.Equal(9, expected.Length);
        Assert.Equal(expected.Select(violation => violation.Metric), actual.Select(violation => violation.Metric));
        Assert.All(expected.Zip(actual), pair => AssertSameText(pair.First, pair.Second));
        Assert.Equal(21, findings.Bias!.Count);
        Assert.Equal(12, findings.Bias.Count(finding => finding is { Violated: false, Reason: null }));
    }

    [ConformanceFact]
    public void Run_InManyShards_HasTheSameMetricsToTheLastDigit()
    {
        BiasOptions options = AdultBias.Options(Compatibility.Corrected);
        string[] rows = [.. AdultBias.Traffic()];
        byte[] whole = StateFile.ToBytes(RowText.State(options, AdultBias.Columns, rows));
        foreach (int size in new[] { 1_000, 333, 77 })
        {
            BiasState merged = BiasState.CreateEmpty();
            foreach (string[] part in rows.Chunk(size).Reverse())
            {
                merged.MergeFrom(StateFile.FromBytes<BiasState>(StateFile.ToBytes(RowText.State(options, AdultBias.Columns, part))));
            }

            Assert.Equal(whole, StateFile.ToBytes(merged));
        }
    }

    [ConformanceFact]
    public void Run_Corrected_FindsTheWorseDisparateImpactNotSignificantAndNamesTheGroups()
    {
        BiasFinding impact = Evaluate(Compatibility.Corrected).Bias!.Single(finding => finding.Metric == "DI");
        Assert.True(impact.Value < impact.Baseline);
        Assert.True(impact.Lower <= impact.Value && impact.Value <= impact.Upper);
        Assert.True(impact.FacetRows > 0 && impact.OtherRows > 0);
    }

    private static RunFindings Evaluate(Compatibility compatibility)
    {
        BiasOptions options = AdultBias.Options(compatibility);
        BiasKind kind = new(options, AnalysisDocument.Read("expected", File.ReadAllBytes(BaselineFile)));
        BiasState state = kind.CreateState(new ColumnSet(AdultBias.Columns.Split(',')));
        RowText.Send(kind.GetSink(state), AdultBias.Traffic());
        return kind.Evaluate(state);
    }

    private static void AssertSame(BiasSection expected, BiasSection actual)
    {
        Assert.Equal((expected.Label, expected.LabelValueOrThreshold), (actual.Label, actual.LabelValueOrThreshold));
        FacetAnalysis facet = Assert.Single(expected.Facets);
        FacetAnalysis found = Assert.Single(actual.Facets);
        Assert.Equal((facet.Facet, facet.ValueOrThreshold), (found.Facet, found.ValueOrThreshold));
        Assert.Equal(facet.Metrics.Select(metric => (metric.Name, metric.Description)), found.Metrics.Select(metric => (metric.Name, metric.Description)));
        foreach ((MetricAnalysis metric, MetricAnalysis measured) in facet.Metrics.Zip(found.Metrics))
        {
            if (Rounded.Contains(metric.Name))
            {
                Assert.Equal(metric.Value!.Value, measured.Value!.Value, 1e-12);
            }
            else
            {
                Assert.True(metric.Value == measured.Value, $"{metric.Name}: {metric.Value:R} expected, {measured.Value:R} found");
            }
        }
    }

    private static void AssertSameText(BiasViolation expected, BiasViolation actual)
    {
        Assert.Equal((expected.Facet, expected.FacetValue), (actual.Facet, actual.FacetValue));
        if (Rounded.Contains(expected.Metric))
        {
            string[] words = expected.Description.Split(' ');
            string[] found = actual.Description.Split(' ');
            Assert.Equal(Number(words[2]), Number(found[2]), 1e-12);
            Assert.Equal(words[3..], found[3..]);
        }
        else
        {
            Assert.Equal(expected.Description, actual.Description);
        }
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Trimmed(byte[] file) => System.Text.Encoding.UTF8.GetString(file).TrimEnd();
}
