using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

/// <summary>The sections of kinds, and the monitors they make.</summary>
public sealed partial class MonitorReaderTests
{
    private const string Quality = """ "modelQuality": { "problemType": "BinaryClassification", "groundTruth": "ground-truth/churn/", "probabilityAttribute": "0" } """;
    private const string Bias = """ "bias": { "label": "Target", "positiveLabels": ["1"], "facets": [{ "name": "Sex", "values": ["0"] }] } """;

    [Fact]
    public void Read_AllSections_MakesAMonitorOfEachKind()
    {
        string rules = """ "rules": [{ "name": "r", "over": "profile", "expression": "true" }], "preprocess": "a.js", "notify": ["arn:aws:sns:eu-west-1:123456789012:a"] """;

        IReadOnlyList<MonitorDefinition> monitors = ReadAll(With($$"""{{Quality}}, {{Bias}}, "attribution": {}, "schedule": "daily", {{rules}}"""));

        Assert.Equal(
            [("churn", "data-quality"), ("churn-model-quality", "model-quality"), ("churn-bias", "bias"), ("churn-attribution", "attribution")],
            monitors.Select(monitor => (monitor.Name, monitor.Kind)));
        Assert.All(monitors, monitor => Assert.Equal(("churn-xgboost", "daily"), (monitor.Endpoint, monitor.Schedule.Text)));
        Assert.All(monitors, monitor => Assert.Single(monitor.Notify.Of(AlarmSeverity.Warning)));
        Assert.Equal([true, false, false, false], monitors.Select(monitor => monitor.DataQuality is not null));
        Assert.Equal([false, true, false, false], monitors.Select(monitor => monitor.ModelQuality is not null));
        Assert.Equal([false, false, true, false], monitors.Select(monitor => monitor.Bias is not null));
        Assert.Equal([false, false, false, true], monitors.Select(monitor => monitor.Attribution is not null));
        Assert.Equal(["churn-attribution", null, null, null], monitors.Select(monitor => monitor.ExplainedBy));
        Assert.Equal([1, 0, 0, 0], monitors.Select(monitor => monitor.Rules.Count));
        Assert.Equal([true, false, false, false], monitors.Select(monitor => monitor.Preprocess is not null));
    }

    [Fact]
    public void Read_AFileOfModelQualityAlone_MakesOneMonitor()
    {
        MonitorDefinition monitor = Assert.Single(ReadAll(Without(Quality)));

        Assert.Equal(("churn-model-quality", "model-quality"), (monitor.Name, monitor.Kind));
        Assert.Null(monitor.DataQuality);
    }

    [Fact]
    public void Read_EveryKeyOfModelQuality_TakesItsValue()
    {
        ModelQualitySection section = Assert.Single(ReadAll(Without(
            """
            "modelQuality": {
              "problemType": "BinaryClassification", "groundTruth": "s3://labels-1/churn", "groundTruthAttribute": "label",
              "inferenceAttribute": "1", "probabilityAttribute": "p", "probabilityThreshold": 0.4, "positiveLabel": "yes", "idColumn": "id",
              "labels": { "steps": [0.3, 1], "closesAfter": "P14D" }, "writeMerged": true, "minimumRows": 50, "significance": 0.01, "emitMetrics": false,
              "schedule": "daily", "settleDelay": "1h", "startOffset": "-P8D", "endOffset": "-P7D"
            }
            """))).ModelQuality!;

        Assert.Equal(
            section with
            {
                GroundTruthAttribute = "label", InferenceAttribute = "1", ProbabilityAttribute = "p", ProbabilityThreshold = 0.4, PositiveLabel = "yes",
                MinimumRows = 50, Significance = 0.01, EmitMetrics = false,
            },
            section);
        Assert.Equal(new GroundTruthLocation("labels-1", "churn/"), section.GroundTruth!.Location);
        Assert.Equal(("id", true), (section.GroundTruth.IdColumn, section.GroundTruth.WriteMerged));
        Assert.Equal([0.3, 1], section.GroundTruth.Labels.Steps);
        Assert.Equal(TimeSpan.FromDays(14), section.GroundTruth.Labels.ClosesAfter);
    }

    [Fact]
    public void Read_QuantileOfARegression_TakesItsValue()
    {
        const string Regression = """ "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "quantile": 0.9 } """;

        Assert.Equal(0.9, Assert.Single(ReadAll(Without(Regression))).ModelQuality!.Quantile);
        Assert.Equal((0.5, 1), (Assert.Single(ReadAll(Without(Quality))).ModelQuality!.Quantile, Assert.Single(ReadAll(Without(Quality))).ModelQuality!.MinimumRows));
    }

    [Fact]
    public void Read_OnlyWhatModelQualityRequires_TakesDefaults()
    {
        ModelQualitySection section = Assert.Single(ReadAll(Without(Quality))).ModelQuality!;

        Assert.Equal(ProblemType.BinaryClassification, section.ProblemType);
        Assert.Equal(new GroundTruthLocation(null, "ground-truth/churn/"), section.GroundTruth!.Location);
        Assert.Equal([0.5, 0.8, 0.95], section.GroundTruth.Labels.Steps);
        Assert.Equal(TimeSpan.FromDays(7), section.GroundTruth.Labels.ClosesAfter);
        Assert.Equal((0.5, true, null), (section.ProbabilityThreshold, section.EmitMetrics, section.Significance));
        Assert.False(section.GroundTruth.WriteMerged);
    }

    [Fact]
    public void Read_OffsetsAndScheduleOfAKind_AreItsOwn()
    {
        string quality = Quality.Replace("{ ", """{ "schedule": "daily", "settleDelay": "2h", "startOffset": "-P8D", "endOffset": "-P7D", """, StringComparison.Ordinal);
        IReadOnlyList<MonitorDefinition> monitors = ReadAll(With(quality));
        DateTimeOffset midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal("hourly", monitors[0].Schedule.Text);
        Assert.Equal(("daily", TimeSpan.FromHours(2)), (monitors[1].Schedule.Text, monitors[1].SettleDelay));
        Assert.Equal(midnight.AddDays(-8), monitors[1].WindowDueAt(midnight)!.Value.Start);
        Assert.Equal(midnight.AddDays(-7), monitors[1].WindowDueAt(midnight)!.Value.End);
        Assert.Equal(
            [midnight.AddDays(-9), midnight.AddDays(-8)],
            monitors[1].WindowsBefore(monitors[1].WindowDueAt(midnight)!.Value, 2).Select(window => window.End));
    }

    [Fact]
    public void Read_EveryKeyOfBias_TakesItsValue()
    {
        BiasSection section = Assert.Single(ReadAll(Without(
            """
            "bias": {
              "label": "y", "threshold": 2.5, "prediction": "0", "probability": "1", "probabilityThreshold": 0.7,
              "facets": [{ "name": "Sex", "values": ["0", "1"] }, { "name": "Age", "threshold": 40 }, { "name": "Race" }],
              "groupVariable": "County", "features": ["Age", "3"], "metrics": ["DI", "CI"], "minimumGroupSize": 100,
              "dataset": { "label": "target", "prediction": "h", "probability": "p", "groupVariable": "county", "facets": { "Sex": "gender" } },
              "allowedRanges": { "DI": { "minimum": 0.8, "maximum": 1.25 }, "CI": { "maximum": 0.5 } },
              "confidence": 0.9, "groundTruth": "labels/", "emitMetrics": false
            }
            """))).Bias!;

        Assert.Equal(("y", 2.5, "0", "1", 0.7, "County", 0.9, false), (
            section.Label, section.Threshold, section.Prediction, section.Probability, section.ProbabilityThreshold,
            section.GroupVariable, section.Confidence, section.EmitMetrics));
        Assert.Equal(["Sex", "Age", "Race"], section.Facets.Select(facet => facet.Name));
        Assert.Equal(["0", "1"], section.Facets[0].Values);
        Assert.Equal(40, section.Facets[1].Threshold);
        Assert.Equal(new AllowedRange(0.8, 1.25), section.AllowedRanges["DI"]);
        Assert.Equal(new AllowedRange(null, 0.5), section.AllowedRanges["CI"]);
        Assert.Equal("labels/", section.GroundTruth!.Location.Prefix);
        Assert.Equal(["Age", "3"], section.Features);
        Assert.Equal(["DI", "CI"], section.Metrics);
        Assert.Equal(100, section.MinimumGroupSize);
        Assert.Equal(("target", "h", "p", "county"), (section.Dataset.Label, section.Dataset.Prediction, section.Dataset.Probability, section.Dataset.GroupVariable));
        Assert.Equal("gender", Assert.Single(section.Dataset.Facets, facet => facet.Key == "Sex").Value);
    }

    [Fact]
    public void Read_BiasOfSeveralLabels_TakesTheirOrder()
    {
        BiasSection section = Assert.Single(ReadAll(Without(
            """ "bias": { "label": "y", "positiveLabels": ["b"], "probability": "scores", "labelHeaders": ["b", "a"], "facets": [{ "name": "Sex" }] } """))).Bias!;

        Assert.Equal(["b", "a"], section.LabelHeaders);
        Assert.Equal((30, 0, 0), (section.MinimumGroupSize, section.Metrics.Count, section.Features.Count));
    }

    [Fact]
    public void Read_BiasWithConfiguration_NeedsNothingElse() =>
        Assert.Equal("churn.analysis_config.json", Assert.Single(ReadAll(Without(""" "bias": { "config": "churn.analysis_config.json" } """))).Bias!.Configuration!.Name);

    [Fact]
    public void Read_EveryKeyOfAttribution_TakesItsValue() => Assert.Equal(
        new AttributionSection { Threshold = 0.8, Aggregation = AttributionAggregation.MeanSq, EmitMetrics = false },
        Assert.Single(ReadAll(Without(""" "attribution": { "threshold": 0.8, "method": "kernel_shap", "aggregation": "mean_sq", "emitMetrics": false } """))).Attribution);

    [Theory]
    [InlineData(""" "modelQuality": { "groundTruth": "a/", "inferenceAttribute": "0" } """, "$.modelQuality.problemType", "is missing; give Regression")]
    [InlineData(""" "modelQuality": { "problemType": "regression", "groundTruth": "a/", "inferenceAttribute": "0" } """, "$.modelQuality.problemType", "expected Regression")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "inferenceAttribute": "0" } """, "$.modelQuality.groundTruth", "is missing; give where labels are")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a", "inferenceAttribute": "0" } """, "$.modelQuality.groundTruth", "each end in a slash")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "s3://A_b/c", "inferenceAttribute": "0" } """, "$.modelQuality.groundTruth", "or s3://bucket/folders")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "s3://labels/../c", "inferenceAttribute": "0" } """, "$.modelQuality.groundTruth", "each end in a slash")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "probabilityAttribute": "0" } """, "$.modelQuality.inferenceAttribute", "is missing; give the name of a column")]
    [InlineData(""" "modelQuality": { "problemType": "BinaryClassification", "groundTruth": "a/" } """, "$.modelQuality.inferenceAttribute", "and probabilityAttribute too")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "positiveLabel": "1" } """, "$.modelQuality.positiveLabel", "is of BinaryClassification")]
    [InlineData(""" "modelQuality": { "problemType": "BinaryClassification", "groundTruth": "a/", "inferenceAttribute": "0", "quantile": 0.9 } """, "$.modelQuality.quantile", "is of Regression")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "quantile": 1 } """, "$.modelQuality.quantile", "a number from 1E-06 to 0.999999")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "minimumRows": 0 } """, "$.modelQuality.minimumRows", "a whole number from 1")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribut": "0", "inferenceAttribute": "0" } """, "$.modelQuality.inferenceAttribut", "did you mean inferenceAttribute?")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "startOffset": "P1D" } """, "$.modelQuality.startOffset", "such as \"-PT1H\"")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "startOffset": "-PT1H", "endOffset": "-PT1H" } """, "$.modelQuality.startOffset", "before endOffset")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "labels": { "steps": [0.8, 0.5] } } """, "$.modelQuality.labels.steps", "rising")]
    [InlineData(""" "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0", "labels": { "steps": [0] } } """, "$.modelQuality.labels.steps[0]", "a share above 0")]
    [InlineData(""" "bias": { "positiveLabels": ["1"], "facets": [{ "name": "Sex" }] } """, "$.bias.label", "is missing")]
    [InlineData(""" "bias": { "label": "y", "positiveLabels": ["1"], "facets": [] } """, "$.bias.facets", "at least one")]
    [InlineData(""" "bias": { "label": "y", "facets": [{ "name": "Sex" }] } """, "$.bias.positiveLabels", "is missing, and threshold too")]
    [InlineData(""" "bias": { "label": "y", "positiveLabels": ["1"], "threshold": 1, "facets": [{ "name": "Sex" }] } """, "$.bias.threshold", "stands beside positiveLabels")]
    [InlineData(""" "bias": { "label": "y", "positiveLabels": ["1"], "facets": [{ "name": "Sex", "values": ["0"], "threshold": 1 }] } """, "$.bias.facets[0].threshold", "stands beside values")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "label": "y" } """, "$.bias.label", "is what the file of config says")]
    [InlineData(""" "bias": { "config": "../analysis_config.json" } """, "$.bias.config", "beside the monitor's that ends in analysis_config.json")]
    [InlineData(""" "bias": { "config": "bias.json" } """, "$.bias.config", "ends in analysis_config.json")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "allowedRanges": { "DII": { "minimum": 1 } } } """, "$.bias.allowedRanges.DII", "did you mean DI?")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "allowedRanges": { "DI": {} } } """, "$.bias.allowedRanges.DI", "minimum, maximum or both")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "allowedRanges": { "DI": { "minimum": 2, "maximum": 1 } } } """, "$.bias.allowedRanges.DI.maximum", "is less than minimum")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "labelHeaders": ["a"] } """, "$.bias.labelHeaders", "at least two labels")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "prediction": "0", "labelHeaders": ["a", "b"] } """, "$.bias.labelHeaders", "stands beside prediction")]
    [InlineData(""" "bias": { "label": "y", "threshold": 1, "facets": [{ "name": "a" }], "labelHeaders": ["a", "b"] } """, "$.bias.probability", "where the probabilities of labelHeaders are")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "metrics": ["DI", "di"] } """, "$.bias.metrics[1]", "expected one of CDDL, CI")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "minimumGroupSize": 0 } """, "$.bias.minimumGroupSize", "from 1 to 1000000")]
    [InlineData(""" "bias": { "label": "y", "threshold": 1, "facets": [{ "name": "a" }], "dataset": { "facets": { "b": "c" } } } """, "$.bias.dataset.facets.b", "is no facet of the monitor; known are a")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "dataset": { "lable": "c" } } """, "$.bias.dataset.lable", "did you mean label?")]
    [InlineData(""" "bias": { "config": "analysis_config.json" }, "alarms": [{ "metric": "ndcg", "threshold": 1 }] """, "$.alarms[0].metric", "is one of attribution, and the file has no section attribution")]
    [InlineData(""" "attribution": { "emitMetrics": false }, "alarms": [{ "metric": "ndcg", "threshold": 1 }] """, "$.alarms[0].metric", "attribution.emitMetrics is false")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "ncdg", "threshold": 1 }] """, "$.alarms[0].metric", "did you mean ndcg?")]
    [InlineData(""" "bias": { "config": "analysis_config.json", "writeMerged": true } """, "$.bias.writeMerged", "groundTruth says where they are")]
    [InlineData(""" "attribution": { "method": "shap" } """, "$.attribution.method", "expected \"kernel_shap\"")]
    [InlineData(""" "attribution": {}, "postprocess": "a.js" """, "$.postprocess", "is a matter of data quality")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "auc", "threshold": 1 }] """, "$.alarms[0].metric", "is one of model-quality, and the file has no section modelQuality")]
    [InlineData(""" "attribution": {}, "bias": { "config": "analysis_config.json" }, "alarms": [{ "metric": "rows", "threshold": 1 }] """, "$.alarms[0].metric", "is one of bias and of attribution; add \"kind\"")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "rows", "threshold": 1, "kind": "bias" }] """, "$.alarms[0].kind", "the file has no section bias")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "rows", "threshold": 1, "kind": "shap" }] """, "$.alarms[0].kind", "one of data-quality, model-quality")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "drifted_share", "threshold": 1, "kind": "attribution" }] """, "$.alarms[0].metric", "is none of attribution, but of data-quality")]
    [InlineData(""" "attribution": {}, "alarms": [{ "metric": "rows", "threshold": 1, "facet": "Sex" }] """, "$.alarms[0].facet", "is for bias metrics")]
    [InlineData(""" "bias": { "config": "analysis_config.json" }, "alarms": [{ "metric": "labelled_share", "threshold": 1 }] """, "$.alarms[0].metric", "add groundTruth to bias")]
    [InlineData(""" "bias": { "config": "analysis_config.json" }, "alarms": [{ "metric": "bias_metric_DI", "threshold": 1 }] """, "$.alarms[0].metric", "alarm on violations instead")]
    [InlineData(""" "bias": { "label": "y", "positiveLabels": ["1"], "facets": [{ "name": "a", "values": ["1"] }, { "name": "b", "values": ["1"] }] }, "alarms": [{ "metric": "bias_metric_DI", "threshold": 1 }] """, "$.alarms[0].facet", "say of which facet: a or b")]
    [InlineData(""" "bias": { "label": "y", "positiveLabels": ["1"], "facets": [{ "name": "a", "values": ["1"] }] }, "alarms": [{ "metric": "bias_metric_DI", "threshold": 1, "facet": "c" }] """, "$.alarms[0].facet", "expected a, found 'c'")]
    public void Read_OneFaultOfAKind_IsReportedWithItsPath(string members, string path, string message)
    {
        MonitorReading reading = Read(Without(members));

        MonitorProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Empty(reading.Monitors);
    }

    [Fact]
    public void Read_Alarms_GoToTheKindWhoseMetricTheyName()
    {
        string alarms = """
            "alarms": [
              { "metric": "auc", "threshold": 0.8, "comparison": "LessThanThreshold", "remediate": true },
              { "metric": "bias_metric_DI", "threshold": 0.8 },
              { "metric": "feature_data_x", "threshold": 1 },
              { "metric": "rows", "threshold": 1, "kind": "bias" },
              { "metric": "rows", "threshold": 2, "kind": "model-quality" },
              { "metric": "labelled_share", "threshold": 0.5 },
            ], "remediation": { "pipeline": "retrain" }
            """;

        IReadOnlyList<MonitorDefinition> monitors = ReadAll(With($"{Quality}, {Bias}, {alarms}"));

        Assert.Equal(["feature-data-x"], monitors[0].Alarms.Select(alarm => alarm.Name));
        Assert.Equal(["auc", "rows", "labelled-share"], monitors[1].Alarms.Select(alarm => alarm.Name));
        Assert.Equal(["bias-metric-di", "rows"], monitors[2].Alarms.Select(alarm => alarm.Name));
        Assert.Equal([false, true, false], monitors.Select(monitor => monitor.Remediation is not null));
        Assert.Equal(
            [("BiasStage", "Post-Training"), ("Label", "Target"), ("LabelValue", "1"), ("Facet", "Sex"), ("FacetValue", "0")],
            BiasDimensions.Of(monitors[2].Bias!, monitors[2].Alarms[0]));
    }

    [Fact]
    public void Read_AnAlarmOnAMetricOfAnotherProblem_IsReported()
    {
        string regression = """ "modelQuality": { "problemType": "Regression", "groundTruth": "a/", "inferenceAttribute": "0" } """;

        MonitorProblem problem = Assert.Single(Read(Without($$"""{{regression}}, "alarms": [{ "metric": "auc", "threshold": 1 }]""")).Problems);

        Assert.Equal("$.alarms[0].metric", problem.Path);
        Assert.Contains("is none of Regression; known are mae, mse", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ANameTooLongForAKind_IsReported()
    {
        string name = new('a', 50);

        MonitorProblem problem = Assert.Single(Read(Without(Quality).Replace("\"churn\"", $"\"{name}\"", StringComparison.Ordinal)).Problems);

        Assert.Equal("$.name", problem.Path);
        Assert.Contains($"'{name}-model-quality' of 64 characters, and 63 are allowed; shorten the name by 1", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("churn.json", true)]
    [InlineData("monitor.schema.json", false)]
    [InlineData("analysis_config.json", false)]
    [InlineData("folder/churn.analysis_config.json", false)]
    public void MonitorFileNames_TellMonitorsFromTheirCompany(string file, bool isMonitor) => Assert.Equal(isMonitor, MonitorFileNames.IsMonitor(file));

    [Fact]
    public void FilesOf_AMonitorsName_AreItselfAndWhatStandsBeforeItsKind() =>
        Assert.Equal(["a-model-quality", "a"], MonitorKindNames.FilesOf("a-model-quality"));

    private static string Without(string members) => $$"""{ "name": "churn", "endpoint": "churn-xgboost", {{members}} }""";

    private static IReadOnlyList<MonitorDefinition> ReadAll(string text)
    {
        MonitorReading reading = Read(text);
        Assert.Empty(reading.Problems);
        return reading.Monitors;
    }
}
