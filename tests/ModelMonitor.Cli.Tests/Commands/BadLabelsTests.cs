using System.Globalization;
using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

/// <summary>
/// Labels and predictions that are wrong, through a whole run on files: what is wrong is counted or named, the rest is judged, and no
/// document holds what JSON has no number for.
/// </summary>
public sealed class BadLabelsTests : IDisposable
{
    private const int Good = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("corrected")]
    [InlineData("sagemaker")]
    public async Task Run_LabelsWithUnknownIds_AreCounted(string compatibility)
    {
        JsonElement record = await RunAsync("binary", Predictions(), Labels() + Labelled.LabelLine("nobody", "1") + Labelled.LabelLine("", "1"), 0, compatibility);

        JsonElement truth = record.GetProperty("groundTruth");
        Assert.Equal((Good, Good), (truth.GetProperty("predictions").GetInt32(), truth.GetProperty("labelled").GetInt32()));
        Assert.Equal((1, 1), (truth.GetProperty("unmatchedLabels").GetInt32(), truth.GetProperty("unreadable").GetInt32()));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"groundTruthData\":{\"data\":\"1\",\"enc")]
    [InlineData("{\"groundTruthData\":{\"data\":\"1\",\"encoding\":\"CSV\"}}")]
    [InlineData("{\"groundTruthData\":{\"data\":\"!!\",\"encoding\":\"BASE64\"},\"eventMetadata\":{\"eventId\":\"p1\"}}")]
    [InlineData("[]")]
    [InlineData("NaN")]
    public async Task Run_LabelLinesThatCannotBeRead_AreCountedWithTheirPlace(string line)
    {
        JsonElement truth = (await RunAsync("binary", Predictions(), line + "\n" + Labels(), 0)).GetProperty("groundTruth");

        Assert.Equal((Good, 1), (truth.GetProperty("labelled").GetInt32(), truth.GetProperty("unreadable").GetInt32()));
        JsonElement sample = Assert.Single(truth.GetProperty("unreadableSamples").EnumerateArray());
        Assert.Equal(("a.jsonl", 1), (sample.GetProperty("file").GetString(), sample.GetProperty("line").GetInt32()));
        Assert.NotEqual("", sample.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("regression", "1.5", "high", "unparseable_label")]
    [InlineData("regression", "1.5", "NaN", "not_finite")]
    [InlineData("regression", "-Infinity", "1.5", "not_finite")]
    [InlineData("regression", "1e400", "1.5", "not_finite")]
    [InlineData("regression", "cheap", "1.5", "unparseable_prediction")]
    [InlineData("binary", "1.5", "1", "probability_out_of_range")]
    [InlineData("binary", "-0.1", "1", "probability_out_of_range")]
    [InlineData("binary", "NaN", "1", "not_finite")]
    [InlineData("binary", "Infinity", "1", "not_finite")]
    [InlineData("binary", "likely", "1", "unparseable_probability")]
    [InlineData("binary", "0.5", "maybe", "unparseable_label")]
    [InlineData("binary", "0.5", "2", "unparseable_label")]
    public async Task Run_RowOfNoUse_IsCountedUnderItsReasonAndTheOthersAreJudged(string problem, string prediction, string label, string reason)
    {
        JsonElement record = await RunAsync(
            problem, Predictions(problem) + Labelled.Capture(Labelled.Ten, "bad", prediction), Labels(problem) + Labelled.LabelLine("bad", label), 0);

        Assert.Equal(Good + 1, record.GetProperty("groundTruth").GetProperty("labelled").GetInt32());
        JsonElement dataset = Document("statistics.json").GetProperty("dataset");
        Assert.Equal(Good, dataset.GetProperty("item_count").GetDouble());
        JsonProperty unusable = Assert.Single(dataset.GetProperty("unusable_rows").EnumerateObject());
        Assert.Equal((reason, 1.0), (unusable.Name, unusable.Value.GetProperty("count").GetDouble()));
        Assert.All(record.GetProperty("quality").EnumerateArray(), metric => Assert.True(metric.TryGetProperty("value", out _) || metric.TryGetProperty("reason", out _)));
    }

    [Theory]
    [InlineData("corrected")]
    [InlineData("sagemaker")]
    public async Task Run_NoRowOfUse_IsAFailureThatIsNotTakenForClean(string compatibility)
    {
        string predictions = string.Concat(Enumerable.Range(0, Good).Select(i => Labelled.Capture(Labelled.Ten, $"p{i}", "1.5")));

        JsonElement record = await RunAsync("binary", predictions, Labels(), compatibility == "corrected" ? 3 : 1, compatibility);

        if (compatibility == "corrected")
        {
            Assert.Equal(Good, Document("statistics.json").GetProperty("dataset").GetProperty("unusable_rows").GetProperty("probability_out_of_range").GetProperty("count").GetDouble());
            Assert.All(record.GetProperty("quality").EnumerateArray(), metric => Assert.Matches("^no_", metric.GetProperty("reason").GetString()));
            Assert.Equal(("NoData", Good), (record.GetProperty("outcome").GetString(), record.GetProperty("unusableRows").GetInt32()));
            string notes = record.GetProperty("notes").ToString();
            Assert.Contains("too few usable rows to judge: 0", notes, StringComparison.Ordinal);
            Assert.Contains($"{Good} rows were left out: probability out of range, such as ", notes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_ClassThatTheBaselineNeverSaw_IsAClassOfItsOwn()
    {
        JsonElement record = await RunAsync(
            "multiclass", Predictions("multiclass") + Labelled.Capture(Labelled.Ten, "new", "green"), Labels("multiclass") + Labelled.LabelLine("new", "ultraviolet"), 1);

        Assert.Equal(Good + 1, Document("statistics.json").GetProperty("dataset").GetProperty("item_count").GetDouble());
        JsonElement classes = Document("statistics.json").GetProperty("multiclass_classification_metrics").GetProperty("classes");
        Assert.Equal(1, classes.GetProperty("ultraviolet").GetProperty("support").GetDouble());
        Assert.Equal("no_rows_of_class", classes.GetProperty("ultraviolet").GetProperty("precision").GetProperty("reason").GetString());
        Assert.Equal((double)Good / (Good + 1), Metric(record, "accuracy").GetProperty("value").GetDouble(), 12);
    }

    [Theory]
    [InlineData("0", "no_positive_labels")]
    [InlineData("1", "no_negative_labels")]
    public async Task Run_WindowOfOneClass_NamesWhyMetricsAreUndefined(string label, string reason)
    {
        string labels = string.Concat(Enumerable.Range(0, Good).Select(i => Labelled.LabelLine($"p{i}", label)));

        JsonElement record = await RunAsync("binary", Predictions(), labels, 1);

        JsonElement auc = Metric(record, "auc");
        Assert.Equal((false, reason), (auc.TryGetProperty("value", out _), auc.GetProperty("reason").GetString()));
        Assert.Equal(reason, Document("statistics.json").GetProperty("binary_classification_metrics").GetProperty("auc").GetProperty("reason").GetString());
        Assert.Equal(0.5, Metric(record, "accuracy").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Run_EmptyWindow_IsNoDataWithoutAReport()
    {
        JsonElement record = await RunAsync("binary", Predictions(), Labels(), 0, "corrected", "--window", "2026-11-23T10:00Z/PT1H");

        Assert.Equal("NoData", record.GetProperty("outcome").GetString());
        Assert.Equal(["run.json"], Directory.EnumerateFiles(_folder.PathOf("report")).Select(Path.GetFileName));
    }

    private static string Predictions(string problem = "binary") => string.Concat(
        Enumerable.Range(0, Good).Select(i => Labelled.Capture(Labelled.Ten.AddSeconds(i), $"p{i}", Prediction(problem, i))));

    private static string Labels(string problem = "binary") =>
        string.Concat(Enumerable.Range(0, Good).Select(i => Labelled.LabelLine($"p{i}", Label(problem, i))));

    private static string Prediction(string problem, int i) => problem switch
    {
        "binary" => i % 2 == 0 ? "0.75" : "0.25",
        "regression" => (i + 0.5).ToString(CultureInfo.InvariantCulture),
        _ => i % 2 == 0 ? "red" : "green",
    };

    private static string Label(string problem, int i) => problem switch
    {
        "binary" => i % 2 == 0 ? "1" : "0",
        "regression" => i.ToString(CultureInfo.InvariantCulture),
        _ => i % 2 == 0 ? "red" : "green",
    };

    private static JsonElement Metric(JsonElement record, string name) =>
        record.GetProperty("quality").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == name);

    private async Task<JsonElement> RunAsync(
        string problem, string predictions, string labels, int exitCode, string compatibility = "corrected", params string[] more)
    {
        string[] kind = ["--kind", "model-quality", "--problem-type", problem];
        string prediction = problem == "binary" ? "--probability" : "--inference";
        string rows = "prediction,label\n" + string.Concat(Enumerable.Range(0, Good).Select(i => $"{Prediction(problem, i)},{Label(problem, i)}\n"));
        CommandRun baseline = await CommandRun.RunAsync(
            ["baseline", .. kind, prediction, "prediction", "--ground-truth-attribute", "label", "--dataset", _folder.Write("rows.csv", rows), "--output", _folder.PathOf("baseline")]);
        Assert.Equal((0, ""), (baseline.ExitCode, baseline.Error));
        _folder.Write("captures/a.jsonl", predictions);
        _folder.Write("labels/a.jsonl", labels);

        CommandRun run = await CommandRun.RunAsync(
            ["run", .. kind, prediction, "0", "--capture", _folder.PathOf("captures"), "--ground-truth", _folder.PathOf("labels"), "--baseline",
            _folder.PathOf("baseline"), "--output", _folder.PathOf("report"), "--compatibility", compatibility, "--json", .. more]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        foreach (string file in Directory.EnumerateFiles(_folder.PathOf("report")))
        {
            // JSON has no NaN, and the parser takes none.
            using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        }

        return JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("run");
    }

    private JsonElement Document(string name) => JsonDocument.Parse(File.ReadAllBytes(_folder.PathOf("report", name))).RootElement;
}
