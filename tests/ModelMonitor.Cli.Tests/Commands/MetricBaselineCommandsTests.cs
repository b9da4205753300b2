using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

/// <summary><c>baseline import</c>, <c>show</c> and <c>diff</c> of baselines that are made of metrics.</summary>
public sealed class MetricBaselineCommandsTests : IDisposable
{
    private const string Constraints = """
        { "version": 0.0, "binary_classification_constraints": {
            "auc": { "threshold": 0.9, "comparison_operator": "LessThanThreshold" },
            "false_positive_rate": { "threshold": 0.1, "comparison_operator": "GreaterThanThreshold" } } }
        """;

    private const string Statistics = """
        { "version": 0.0, "dataset": { "item_count": 333 }, "binary_classification_metrics": {
            "auc": { "value": 0.9, "standard_deviation": 0.01 }, "false_positive_rate": { "value": 0.1, "standard_deviation": "NaN" },
            "accuracy": { "value": 0.85, "standard_deviation": 0.01 } } }
        """;

    private const string Analysis = """
        { "version": "1.0",
          "post_training_bias_metrics": { "label": "y", "facets": { "Sex": [ { "value_or_threshold": "0", "metrics": [
            { "name": "DPPL", "description": "Difference", "value": 0.25 }, { "name": "DI", "description": "Impact", "value": null, "error": "no rows" },
            { "name": "FT", "description": "Flip", "value": "Infinity" } ] } ] } },
          "explanations": { "kernel_shap": { "label0": { "global_shap_values": { "age": 0.5, "income": 0.25, "debt": 0.1 }, "expected_value": 0.4 } } } }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(Churn.Ten);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ModelQuality_ImportedAndShown_HasMetricsThresholdsAndOperators()
    {
        string version = await ImportAsync("quality", "m-model-quality", ("constraints.json", Constraints), ("statistics.json", Statistics));

        CommandRun shown = await RunAsync("show", "m-model-quality");

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        shown.AssertFits();
        Assert.Contains($"Version {version}, current.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("333", shown.Output, StringComparison.Ordinal);
        Assert.Matches("auc +0\\.900 +0\\.900 +LessThanThreshold", shown.Output);
        Assert.Matches("false_positive_rate +0\\.100 +0\\.100 +GreaterThanThreshold", shown.Output);
        Assert.Matches("accuracy +0\\.850", shown.Output);
        JsonElement[] metrics = Metrics(await RunAsync("show", "m-model-quality", "--json"));
        Assert.Equal(
            [("auc", 0.9, "LessThanThreshold"), ("false_positive_rate", 0.1, "GreaterThanThreshold"), ("accuracy", 0.85, null)],
            metrics.Select(metric => (metric.GetProperty("name").GetString(), metric.GetProperty("value").GetDouble(), metric.GetProperty("comparisonOperator").GetString())));
    }

    [Fact]
    public async Task Analysis_ImportedAndShown_HasFacetsAndAttributions()
    {
        await ImportAsync("clarify", "m-bias", ("analysis.json", Analysis));

        CommandRun shown = await RunAsync("show", "m-bias");

        shown.AssertFits();
        Assert.Matches("kind +bias, attribution", shown.Output);
        Assert.Matches("Sex 0 +DPPL +0\\.250", shown.Output);
        Assert.Matches("Sex 0 +DI +– +no rows", shown.Output);
        Assert.Matches("Sex 0 +FT +∞", shown.Output);
        Assert.Matches("label0 +age +0\\.500", shown.Output);
        Assert.Equal("Infinity", Metrics(await RunAsync("show", "m-bias", "--json"))[2].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Diff_OfModelQuality_TellsWhatMovedAndWhatViolatesTheOldThreshold()
    {
        Write("a", ("constraints.json", Constraints), ("statistics.json", Statistics));
        Write(
            "b",
            ("constraints.json", Constraints.Replace("0.9,", "0.8,", StringComparison.Ordinal)),
            ("statistics.json", Statistics.Replace("\"value\": 0.9,", "\"value\": 0.8,", StringComparison.Ordinal).Replace("0.85", "0.86", StringComparison.Ordinal)));

        CommandRun worse = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a"), _folder.PathOf("b"));
        CommandRun better = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("b"), _folder.PathOf("a"));
        CommandRun same = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a"), _folder.PathOf("a"));
        CommandRun json = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a"), _folder.PathOf("b"), "--json");

        Assert.Equal((1, 0, 0, 1), (worse.ExitCode, better.ExitCode, same.ExitCode, json.ExitCode));
        worse.AssertFits();
        Assert.StartsWith("✗ 1 of 3 metrics came, went, are compared otherwise, or violate their old thresholds.", worse.Output, StringComparison.Ordinal);
        Assert.Matches("auc +0\\.900 +0\\.800 +0\\.900 → 0\\.800 +LessThanThreshold", worse.Output);
        Assert.Matches("accuracy +0\\.850 +0\\.860", worse.Output);
        Assert.DoesNotContain("false_positive_rate", worse.Output, StringComparison.Ordinal);
        Assert.StartsWith("✓ 2 of 3 metrics changed, none by much.", better.Output, StringComparison.Ordinal);
        Assert.StartsWith("✓ No difference.", same.Output, StringComparison.Ordinal);
        Assert.Equal([("auc", true), ("accuracy", false), ("false_positive_rate", false)], Metrics(json).Select(metric =>
            (metric.GetProperty("name").GetString(), metric.GetProperty("breaking").GetBoolean())));
    }

    [Fact]
    public async Task Diff_ConstraintThatWentOrTurned_IsBreaking()
    {
        _folder.Write("a.json", Constraints);
        _folder.Write("turned.json", Constraints.Replace("LessThan", "GreaterThan", StringComparison.Ordinal));
        _folder.Write("went.json", Constraints.Replace("\"auc\"", "\"f1\"", StringComparison.Ordinal));

        CommandRun turned = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a.json"), _folder.PathOf("turned.json"));
        CommandRun went = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a.json"), _folder.PathOf("went.json"), "--json");

        Assert.Equal((1, 1), (turned.ExitCode, went.ExitCode));
        Assert.Contains("LessThanThreshold → GreaterThanThreshold", turned.Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(went.Output).RootElement.GetProperty("breaking").GetInt32());
    }

    [Fact]
    public async Task Diff_OfAttributions_TellsHowMuchOfTheRankingIsLeft()
    {
        _folder.Write("a.json", Analysis);
        _folder.Write("b.json", Analysis.Replace("\"age\": 0.5", "\"age\": 0.01", StringComparison.Ordinal).Replace("0.25 }", "0.3 }", StringComparison.Ordinal));

        CommandRun run = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a.json"), _folder.PathOf("b.json"));

        // In the order income, debt, age: 0.25 + 0.1/log2(3) + 0.5/2 = 0.563, of 0.5 + 0.25/log2(3) + 0.1/2 = 0.708.
        Assert.Equal(1, run.ExitCode);
        run.AssertFits();
        Assert.Matches("label0 +NDCG +1\\.000 +0\\.796", run.Output);
        Assert.Matches("label0 +age +0\\.500 +0\\.010", run.Output);
        Assert.Matches("Sex 0 +DPPL +0\\.250 +0\\.300", run.Output);
    }

    [Fact]
    public async Task Diff_OfDifferentKinds_IsRefused()
    {
        _folder.Write("a.json", Constraints);
        _folder.Write("b.json", Analysis);

        (await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("a.json"), _folder.PathOf("b.json")))
            .AssertConfigurationError("B: is a baseline of bias and attribution, and A one of model-quality");
    }

    [Theory]
    [InlineData("""{"binary_classification_constraints":{}}""", null, "demands nothing")]
    [InlineData("""{"binary_classification_constraints":{"auk":{"threshold":1,"comparison_operator":"LessThanThreshold"}}}""", null, "\"auk\", which is no metric of BinaryClassification")]
    [InlineData("""{"binary_classification_constraints":{"auc":{"threshold":"x","comparison_operator":"LessThanThreshold"}}}""", null, "$.binary_classification_constraints.auc.threshold")]
    [InlineData("""{"regression_constraints":{"mae":{"threshold":1,"comparison_operator":"GreaterThanThreshold"}}}""", """{"binary_classification_metrics":{"auc":{"value":1}}}""", "different problem types")]
    public async Task Import_ModelQualityThatIsWrong_IsOneErrorAndNothingIsWritten(string constraints, string? statistics, string expected)
    {
        Write("wrong", ("constraints.json", constraints));
        if (statistics is not null)
        {
            Write("wrong", ("statistics.json", statistics));
        }

        (await RunAsync("import", "m", _folder.PathOf("wrong"))).AssertConfigurationError(expected);
        Assert.False(Directory.Exists(_folder.PathOf("artifacts")));
    }

    [Theory]
    [InlineData("{}", "analysis.json: $: expected bias metrics or explanations.kernel_shap")]
    [InlineData("""{"explanations":{"kernel_shap":{"label0":{"global_shap_values":{"a":"b"}}}}}""", "$.explanations.kernel_shap.label0.global_shap_values.a")]
    [InlineData("{", "analysis.json: expected JSON")]
    public async Task Import_AnalysisThatIsWrong_IsOneError(string analysis, string expected)
    {
        Write("wrong", ("analysis.json", analysis));

        (await RunAsync("import", "m", _folder.PathOf("wrong"))).AssertConfigurationError(expected);
    }

    [Fact]
    public async Task Import_ForAMonitorFile_MustBeOfItsKindAndFit()
    {
        string monitor = _folder.Write("m.json", Labelled.Monitor);
        string file = _folder.Write("quality.json", Constraints);
        string other = _folder.Write("regression.json", """{"regression_constraints":{"mae":{"threshold":1,"comparison_operator":"GreaterThanThreshold"}}}""");
        string both = _folder.Write("both.json", Labelled.Monitor.Replace("\"modelQuality\"", "\"dataQuality\": {}, \"modelQuality\"", StringComparison.Ordinal));

        Assert.Equal(0, (await RunAsync("import", monitor, file)).ExitCode);
        (await RunAsync("import", monitor, other)).AssertConfigurationError("the baseline's constraints are of Regression");
        (await RunAsync("import", both, file)).AssertConfigurationError("PATH: is a baseline of model-quality, and m is a monitor of data-quality");
        Assert.Equal(0, (await RunAsync("import", both, file, "--kind", "model-quality")).ExitCode);
        Assert.True(Directory.Exists(_folder.PathOf("artifacts", "baselines", "m-model-quality")));
    }

    [ConformanceFact]
    public async Task Import_FilesOfSageMakerAndClarify_AreTaken()
    {
        string quality = Conformance.PathOf("sdk-quality-check", "model_quality");
        Directory.CreateDirectory(_folder.PathOf("quality"));
        File.Copy(Path.Combine(quality, "statistics.json"), _folder.PathOf("quality", "statistics.json"));
        File.Copy(Path.Combine(quality, "good_cases", "constraints.json"), _folder.PathOf("quality", "constraints.json"));
        (string Monitor, string Path)[] imports =
        [
            ("m", _folder.PathOf("quality")),
            ("b", Conformance.PathOf("adult-bias", "expected", "baseline-analysis.endpoint-json.json")),
            ("a", Conformance.PathOf("adult-explainability", "expected", "baseline-analysis.jsonlines-endpoint.json")),
        ];
        foreach ((string monitor, string path) in imports)
        {
            CommandRun run = await RunAsync("import", monitor, path, "--promote");

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            CommandRun shown = await RunAsync("show", monitor);
            shown.AssertFits();
            Assert.NotEmpty(Metrics(await RunAsync("show", monitor, "--json")));
        }
    }

    private static JsonElement[] Metrics(CommandRun run) => [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("metrics").EnumerateArray()];

    private void Write(string folder, params (string Name, string Content)[] files)
    {
        foreach ((string name, string content) in files)
        {
            _folder.Write($"{folder}/{name}", content);
        }
    }

    private async Task<string> ImportAsync(string folder, string monitor, params (string Name, string Content)[] files)
    {
        Write(folder, files);
        CommandRun run = await RunAsync("import", monitor, _folder.PathOf(folder), "--promote", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("version").GetString()!;
    }

    private Task<CommandRun> RunAsync(string command, string monitor, params string[] arguments) =>
        CommandRun.RunAsync(_time, ["baseline", command, .. arguments, "--artifacts", _folder.PathOf("artifacts"), "--monitor", monitor]);
}
