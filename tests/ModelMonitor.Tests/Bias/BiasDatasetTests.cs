using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Bias;

/// <summary>Baselines of datasets whose columns are called otherwise than those of captures, and the section's other keys.</summary>
public sealed class BiasDatasetTests
{
    private const string Section = """
        "label": "label", "positiveLabels": ["1"], "facets": [{ "name": "0", "values": ["f"] }, { "name": "age", "threshold": 40 }], "groupVariable": "team"
        """;

    private static readonly string[] Captured = ["f,50,a,0.9,1,7", "f,30,b,0.2,0,8", "m,60,a,0.8,1,7", "m,20,b,0.7,1,9"];

    [Fact]
    public void Suggest_OfADatasetWithOtherNames_IsTheBaselineOfTheSameNames()
    {
        MonitorDefinition plain = Monitor($$"""{{Section}}, "probability": "p" """);
        MonitorDefinition renamed = Monitor($$"""
            {{Section}}, "probability": "p",
            "dataset": { "label": "Outcome", "probability": "Score", "groupVariable": "Department", "facets": { "0": "Gender", "age": "Years" } }
            """);

        AnalysisDocument expected = Suggest(plain, "sex,age,team,p,label,x", Captured);
        AnalysisDocument actual = Suggest(renamed, "Gender,Years,Department,Score,Outcome,x", Captured);

        Assert.Equal(["0", "age"], actual.PreTraining!.Facets.Select(facet => facet.Facet));
        Assert.Equal(0.5, actual.PostTraining!.Find("0")[0].Metrics.Single(metric => metric.Name == "DI").Value);
        Assert.NotNull(actual.PostTraining.Find("0")[0].Metrics.Single(metric => metric.Name == "CDDPL").Value);
        Assert.Equal(Encoding.UTF8.GetString(expected.ToUtf8()), Encoding.UTF8.GetString(actual.ToUtf8()));
    }

    [Fact]
    public void Suggest_OfADatasetWithPredictedLabels_TakesThemInPlaceOfProbabilities()
    {
        MonitorDefinition monitor = Monitor($$"""{{Section}}, "probability": "p", "dataset": { "prediction": "said" } """);

        AnalysisDocument actual = Suggest(monitor, "sex,age,team,said,label,x", [.. Captured.Select(row => row.Replace("0.9", "1", StringComparison.Ordinal).Replace("0.2", "0", StringComparison.Ordinal).Replace("0.8", "1", StringComparison.Ordinal).Replace("0.7", "0", StringComparison.Ordinal))]);

        Assert.Equal(1.0, actual.PostTraining!.Find("0")[0].Metrics.Single(metric => metric.Name == "DI").Value);
    }

    [Fact]
    public void Suggest_OfAFacetByIndex_LeavesItOutOfItsFlipTest()
    {
        MonitorDefinition monitor = Monitor(
            """ "label": "label", "positiveLabels": ["1"], "facets": [{ "name": "0", "values": ["f"] }], "probability": "p", "metrics": ["FT"] """);

        // Sexes are texts, with which the test of their own facet has nothing to do.
        AnalysisDocument actual = Suggest(monitor, "sex,p,label,x", ["f,0.9,1,7", "f,0.2,0,8", "m,0.8,1,7", "m,0.1,1,9"]);

        Assert.Null(actual.PreTraining);
        MetricAnalysis metric = Assert.Single(actual.PostTraining!.Facets[0].Metrics);
        Assert.Equal(("FT", null), (metric.Name, metric.Error));
    }

    [Fact]
    public void BaselineOptions_OfOtherColumnsOfTheDataset_AreOthers()
    {
        BiasFactory factory = new();
        Assert.NotEqual(
            factory.BaselineOptions(Monitor($$"""{{Section}}, "probability": "p" """)),
            factory.BaselineOptions(Monitor($$"""{{Section}}, "probability": "p", "dataset": { "facets": { "age": "Years" } } """)));
    }

    [Fact]
    public void CreateDatasetProfiler_WithAFacetThatTheConfigurationDoesNotHave_SaysWhichThereAre()
    {
        ConfigurationFile file = new("analysis_config.json")
        {
            Content = """{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "Sex" }] }""",
        };
        MonitorDefinition monitor = Monitor(""" "config": "analysis_config.json", "dataset": { "facets": { "sex": "Gender" } } """);
        monitor = monitor with { Bias = monitor.Bias! with { Configuration = file } };

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => new BiasFactory().CreateDatasetProfiler(monitor));

        Assert.Contains("$.bias.dataset.facets.sex: there is no such facet; expected one of Sex", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfTheSection_TakeMetricsFeaturesGroupSizeAndLabels()
    {
        BiasOptions options = BiasOptionsBuilder.Of(
            Monitor($$"""{{Section}}, "probability": "p", "labelHeaders": ["0", "1"], "features": ["x"], "metrics": ["DI", "CI"], "minimumGroupSize": 5 """), "m.json");

        Assert.Equal(["x"], options.Features);
        Assert.Equal(["0", "1"], options.LabelHeaders);
        Assert.Equal(5, options.MinimumGroupSize);
        Assert.Equal(["CI"], options.PreTrainingMetrics);
        Assert.Equal(["DI"], options.PostTrainingMetrics);
    }

    /// <summary>53 ages and 5 ratings in 2,650 rows: too few distinct integers for Clarify to take a number for a threshold.</summary>
    [Fact]
    public void Suggest_OfAThresholdOfFewDistinctIntegers_TakesWhatLiesAboveIt()
    {
        MonitorDefinition monitor = Monitor(""" "label": "rating", "threshold": 3, "facets": [{ "name": "age", "threshold": 60 }], "probability": "p" """);

        AnalysisDocument actual = Suggest(
            monitor, "p,age,rating", [.. Enumerable.Range(0, 2_650).Select(i => FormattableString.Invariant($"0.{i % 10},{18 + i % 53},{1 + i % 5}"))]);

        Assert.Equal("(3, 5]", actual.PreTraining!.LabelValueOrThreshold);
        FacetAnalysis facet = Assert.Single(actual.PreTraining.Facets);
        Assert.Equal("(60, 70]", facet.ValueOrThreshold);
        Assert.Equal(33.0 / 53.0, Value(facet, "CI"), 1e-12); // 10 of 53 ages are above 60
        Assert.Equal(0.0, Value(facet, "DPL"), 1e-12);
    }

    /// <summary>Of ten rows four have the sex 1.0 and three the label 1.0, one of them of that sex.</summary>
    [Theory]
    [InlineData("1", 0.2, 1.0 / 12.0)]
    [InlineData("0", -0.2, -1.0 / 12.0)]
    public void Suggest_OfAListedNumberAmongFractions_TakesTheRowsThatHaveIt(string sex, double imbalance, double difference)
    {
        MonitorDefinition monitor = Monitor($$""" "label": "y", "positiveLabels": ["1"], "facets": [{ "name": "sex", "values": ["{{sex}}"] }] """);

        AnalysisDocument actual = Suggest(
            monitor, "sex,y", ["1.0,1.0", "1.0,0.0", "1.0,0.0", "1.0,0.0", "0.0,1.0", "0.0,1.0", "0.0,0.0", "0.0,0.0", "0.0,0.0", "0.0,0.0"]);

        Assert.Equal("1", actual.PreTraining!.LabelValueOrThreshold);
        FacetAnalysis facet = Assert.Single(actual.PreTraining.Facets);
        Assert.Equal(sex, facet.ValueOrThreshold);
        Assert.Equal(imbalance, Value(facet, "CI"), 1e-12);
        Assert.Equal(difference, Value(facet, "DPL"), 1e-12); // 2/6 - 1/4
    }

    [Fact]
    public void BaselineOptions_OfAThresholdAndOfAListedNumber_AreOthers()
    {
        BiasFactory factory = new();
        const string Label = """ "label": "y", "positiveLabels": ["1"], """;
        Assert.NotEqual(
            factory.BaselineOptions(Monitor(Label + """ "facets": [{ "name": "age", "threshold": 60 }] """)),
            factory.BaselineOptions(Monitor(Label + """ "facets": [{ "name": "age", "values": ["60"] }] """)));
    }

    [Fact]
    public void Suggest_OfAMisspeltLabel_SaysWhichMetricsAreMissing()
    {
        MonitorDefinition monitor = Monitor(Section.Replace("\"label\": \"label\"", "\"label\": \"lable\"", StringComparison.Ordinal) + """, "probability": "p" """);

        BuiltBaseline built = Build(monitor, "sex,age,team,p,label,x", Captured);

        Assert.Equal(
            [
                "0 has no CDDL, DPL, JS, KL, KS, LP, TVD, AD, DAR, DCA, DCR, DRR, GE, RD, SD, TE: Label column lable is not present in the dataset.",
                "0 has no FT: FlipTest does not support non-numeric columns.",
            ],
            built.Remarks.Where(remark => remark.StartsWith("0 ", StringComparison.Ordinal)));
        Assert.Empty(Build(Monitor($$"""{{Section}}, "probability": "p", "metrics": ["DI", "DPL"] """), "sex,age,team,p,label,x", Captured).Remarks);
    }

    [Fact]
    public void Suggest_OfAMisspeltFacet_IsRefused()
    {
        MonitorDefinition monitor = Monitor(""" "label": "label", "positiveLabels": ["1"], "facets": [{ "name": "sexx", "values": ["f"] }] """);

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Build(monitor, "sex,age,team,p,label,x", Captured));

        Assert.Equal(
            "monitor credit-bias: $.bias: the dataset gives no metric a value; correct the names of columns or values: "
            + "sexx has no CI, DPL, JS, KL, KS, LP, TVD: Facet column sexx is not present in the dataset.",
            error.Message);
    }

    private static double Value(FacetAnalysis facet, string metric) => facet.Metrics.Single(known => known.Name == metric).Value!.Value;

    private static MonitorDefinition Monitor(string section)
    {
        MonitorReading reading = MonitorReader.Read(Encoding.UTF8.GetBytes($$"""{ "name": "credit", "endpoint": "e", "bias": { {{section}} } }"""));
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Monitors);
    }

    private static AnalysisDocument Suggest(MonitorDefinition monitor, string columns, string[] rows) =>
        Assert.IsType<BuiltAnalysis>(Build(monitor, columns, rows)).Analysis;

    private static BuiltBaseline Build(MonitorDefinition monitor, string columns, string[] rows)
    {
        BiasFactory factory = new();
        IRowProfiler<BiasState> profiler = factory.CreateDatasetProfiler(monitor);
        BiasState state = profiler.CreateState(new ColumnSet(columns.Split(',')));
        RowText.Send(profiler.GetSink(state), rows);
        return factory.Suggest(
            monitor, new ShardState<BiasState>(state, new ReadingReport()), new RunSettings { Monitor = "credit", Endpoint = "e", Input = null!, InputPrefix = "", Artifacts = null! });
    }
}
