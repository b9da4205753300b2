using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Metrics;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Metrics;

public sealed class DataQualityMetricsTests
{
    private const string Constraints = """
        {"version":0.0,"features":[
          {"name":"age","inferred_type":"Integral","completeness":1.0},
          {"name":"plan","inferred_type":"String","completeness":1.0},
          {"name":"score","inferred_type":"Fractional","completeness":1.0,"monitoringConfigOverrides":{"emit_metrics":"Disabled"}}]}
        """;

    [Fact]
    public void Evaluate_Features_EmitWhatSageMakerEmits()
    {
        Metric[] metrics = Emit("age,plan,score\n20,a,0.5\n30,,0.5\n,b,0.5\n40,c,0.5\n");

        Assert.Equal(["feature_data_age", "feature_non_null_age", "feature_non_null_plan"], metrics.Select(metric => metric.Name));
        Assert.Equal(new MetricStatistics(3, 90, 20, 40), metrics[0].Statistics);
        Assert.Equal([0.75, 0.75], metrics[1..].Select(metric => metric.Value));
    }

    [Fact]
    public void Evaluate_WithTheTrainingSetsStatistics_EmitsDrift()
    {
        string rows = "age,plan,score\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},a,0.5\n"));
        DatasetProfile training = Read(rows);
        Baseline baseline = Baseline() with { Statistics = StatisticsBuilder.Build(training) };

        Metric drift = Assert.Single(Emit(rows, baseline), metric => metric.Name == "feature_baseline_drift_age");

        Assert.Equal(0.0, drift.Value);
    }

    [Fact]
    public void Evaluate_ColumnsOfTheTrafficAlone_MakeNoMetric() => Assert.DoesNotContain(
        Emit("age,plan,score,intruder\n20,a,0.5,7\n"), metric => metric.Name.Contains("intruder", StringComparison.Ordinal));

    [Fact]
    public void Evaluate_MissingColumn_HasACompletenessOfZero()
    {
        Metric[] metrics = Emit("plan,score,x\na,0.5,1\n");

        Assert.Equal(["feature_non_null_age", "feature_non_null_plan"], metrics.Select(metric => metric.Name));
        Assert.Equal(0.0, metrics[0].Value);
    }

    [Fact]
    public void Evaluate_NumericFeatureOfTexts_HasNoSummary() => Assert.DoesNotContain(
        Emit("age,plan,score\nold,a,0.5\n"), metric => metric.Name.StartsWith("feature_data_", StringComparison.Ordinal));

    [Fact]
    public void Evaluate_SumBeyondCloudWatch_IsNotPublishable() => Assert.False(
        Assert.Single(Emit("age,plan,score\n1e108,a,0.5\n2e108,a,0.5\n"), metric => metric.Name == "feature_data_age").IsPublishable);

    [Fact]
    public void Evaluate_MonitorEmitsNoMetrics_HasNone() =>
        Assert.Empty(Evaluate("age,plan,score\n20,a,0.5\n", Baseline(), new EvaluationOptions { EmitMetrics = false }).Metrics);

    [Fact]
    public void Evaluate_FeatureSwitchedOffByTheMonitor_HasNone()
    {
        EvaluationOptions options = new()
        {
            Features = new Dictionary<string, FeatureSettings>(StringComparer.Ordinal) { ["age"] = new() { Enabled = false } },
        };

        RunFindings findings = Evaluate("age,plan,score\n20,a,0.5\n", Baseline(), options);

        Assert.Equal(["feature_non_null_plan"], findings.Metrics.SelectMany(group => group.Metrics).Select(metric => metric.Name));
    }

    [Fact]
    public void Evaluate_OnlyTheNumberOfColumnsChecked_HasNone()
    {
        RunFindings findings = Evaluate("age\n20\n", Baseline(), new EvaluationOptions { Compatibility = Compatibility.SageMaker });

        Assert.Empty(findings.Metrics.SelectMany(group => group.Metrics));
    }

    private static Metric[] Emit(string csv, Baseline? baseline = null) =>
        [.. Evaluate(csv, baseline ?? Baseline(), new EvaluationOptions()).Metrics.SelectMany(group => group.Metrics)];

    private static RunFindings Evaluate(string csv, Baseline baseline, EvaluationOptions options) =>
        new DataQualityKind(baseline, options).Evaluate(Read(csv));

    private static Baseline Baseline() => BaselineReader.Read("baseline", Encoding.UTF8.GetBytes(Constraints), statistics: null);

    private static DatasetProfile Read(string csv)
    {
        ColumnSet columns = new([]);
        DatasetProfile profile = new(columns);
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(csv));
        new DatasetReader(columns, profile, new ReadingReport()).Read(stream, "rows.csv", new CsvFormat(), CancellationToken.None);
        return profile;
    }
}
