using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

/// <summary>A deployment on folders whose endpoint's predictions get their labels later: a file with monitors of model quality, bias and attributions.</summary>
internal sealed class LabelledMonitorFixture : IDisposable
{
    public const string Quality = "credit-model-quality";
    public const string Bias = "credit-bias";
    public const string Attribution = "credit-attribution";

    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStream _metrics = new();

    public LabelledMonitorFixture()
    {
        _folder.Write("monitors/credit.json", """
            { "name": "credit", "endpoint": "credit-endpoint",
              "modelQuality": {
                "problemType": "BinaryClassification", "groundTruth": "ground-truth/credit/", "probabilityAttribute": "0", "significance": 0.001,
                "dataset": { "groundTruthAttribute": "label", "probabilityAttribute": "probability" } },
              "bias": {
                "config": "credit.analysis_config.json", "probability": "probability", "groundTruth": "ground-truth/credit/" },
              "attribution": {} }
            """);
        _folder.Write("monitors/credit.analysis_config.json", """
            { "headers": ["probability", "age", "sex", "label"], "label": "label", "label_values_or_threshold": [1],
              "facet": [{ "name_or_index": "sex", "value_or_threshold": ["f"] }] }
            """);
        Deployment = new Deployment(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), _metrics, Time);
    }

    public ManualTimeProvider Time { get; } = new(Ten.AddHours(1).AddMinutes(10));

    public Deployment Deployment { get; }

    /// <summary>What was published so far, line by line.</summary>
    public string Metrics => Encoding.UTF8.GetString(_metrics.ToArray());

    public void Dispose() => _folder.Dispose();

    /// <summary>Puts a training set with predictions and labels where it becomes a monitor's baseline.</summary>
    public Task<JsonElement> BaselineAsync(string monitor)
    {
        StringBuilder csv = new("probability,age,sex,label\n");
        for (int i = 0; i < 1_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Score(i)},{Features(i)},{Label(i)}\n");
        }

        return BaselineAsync(monitor, csv.ToString());
    }

    /// <summary>Puts a file where it becomes a monitor's baseline.</summary>
    public async Task<JsonElement> BaselineAsync(string monitor, string dataset)
    {
        string key = ObjectKeys.DatasetsOf(monitor) + "train.csv";
        _folder.Write("artifacts/" + key, dataset);
        return await InvokeAsync(HandlerNames.BuildBaseline, $$$$"""{"detail":{"bucket":{"name":"b"},"object":{"key":"{{{{key}}}}"}}}""");
    }

    /// <summary>Captures predictions of an hour, of which each has an id of its own.</summary>
    public void Capture(DateTimeOffset hour, int count) => _folder.Write(
        "captures/" + ObjectKeys.CaptureHour("capture/", "credit-endpoint", "AllTraffic", hour) + "05-00-000-a.jsonl",
        string.Concat(Enumerable.Range(0, count).Select(i => Line(hour, i) + "\n")));

    /// <summary>Captures explained predictions of an hour, as an endpoint with Clarify's explainer answers them.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">The SHAP values of the features in their order.</param>
    public void CaptureExplained(DateTimeOffset hour, int count, params IEnumerable<double> values)
    {
        string features = string.Join(',', values.Select(value => string.Create(CultureInfo.InvariantCulture, $$"""{"attributions":[{"attribution":[{{value}}]}]}""")));
        string answer = JsonSerializer.Serialize(
            """{"version":"1.0","predictions":{"content_type":"text/csv","data":"0.5"},"explanations":{"kernel_shap":[[""" + features + "]]}}");
        _folder.Write(
            "captures/" + ObjectKeys.CaptureHour("capture/", "credit-endpoint", "AllTraffic", hour) + "05-00-000-a.jsonl",
            string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{Features(i)}}}","encoding":"CSV"},"endpointOutput":{"observedContentType":"application/json","mode":"OUTPUT","data":{{{answer}}},"encoding":"JSON"}},"eventMetadata":{"eventId":"{{{IdOf(hour, i)}}}","inferenceTime":"{{{hour.AddSeconds(i).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""") + "\n")));
    }

    /// <summary>Collects labels of an hour's predictions in a later hour.</summary>
    public void Collect(DateTimeOffset collected, DateTimeOffset hour, int from, int to, bool wrong = false) => _folder.Write(
        string.Create(CultureInfo.InvariantCulture, $"captures/ground-truth/credit/{collected.UtcDateTime:yyyy/MM/dd/HH}/labels-{from}.jsonl"),
        string.Concat(Enumerable.Range(from, to - from).Select(i =>
            $$$"""{"groundTruthData":{"data":"{{{(wrong ? 1 - Label(i) : Label(i))}}}","encoding":"CSV"},"eventMetadata":{"eventId":"{{{IdOf(hour, i)}}}"},"eventVersion":"0"}""" + "\n")));

    /// <summary>Goes through the state machine's steps at a time, and tells which windows were judged.</summary>
    public async Task<IReadOnlyList<JsonElement>> FireAsync(string monitor, DateTimeOffset firedAt)
    {
        Time.Advance(firedAt.AddMinutes(10) - Time.GetUtcNow());
        JsonElement runs = (await InvokeAsync(
            HandlerNames.PlanRun,
            string.Create(CultureInfo.InvariantCulture, $$"""{"monitor":"{{monitor}}","time":"{{firedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}","settleSeconds":600}"""))).GetProperty("runs");
        List<JsonElement> answers = [];
        foreach (JsonElement run in runs.EnumerateArray().Where(run => run.GetProperty("status").GetString() != "AlreadyDone"))
        {
            if (run.GetProperty("status").GetString() == "Planned")
            {
                byte[] shards = await Deployment.Artifacts.ReadAllAsync(run.GetProperty("shardsKey").GetString()!);
                using JsonDocument document = JsonDocument.Parse(shards);
                foreach (JsonElement item in document.RootElement.EnumerateArray())
                {
                    await InvokeAsync(HandlerNames.ProfileShard, item.GetRawText());
                }
            }

            answers.Add(await InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText()));
        }

        return answers;
    }

    /// <summary>The record of the hour's run.</summary>
    public async Task<RunRecord> RecordAsync(string monitor, DateTimeOffset hour) => JsonSerializer.Deserialize(
        await Deployment.Artifacts.ReadAllAsync(FolderOf(monitor, hour) + ObjectKeys.Run), RunJsonContext.Default.RunRecord)!;

    public static string FolderOf(string monitor, DateTimeOffset hour) => ObjectKeys.ReportFolder("credit-endpoint", monitor, hour.AddHours(1));

    public async Task<JsonElement> InvokeAsync(string handler, string payload)
    {
        InvocationContext context = new("request", Time.GetUtcNow().AddMinutes(1), new InvocationLog(new NoLog(), Time));
        ReadOnlyMemory<byte> answer = await HandlerCatalog.Create(handler, Deployment)
            .HandleAsync(Encoding.UTF8.GetBytes(payload), context, CancellationToken.None);
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    private static string Score(int i) => (0.02 + i * 37 % 97 / 100.0).ToString("F2", CultureInfo.InvariantCulture);

    private static string Features(int i) => string.Create(CultureInfo.InvariantCulture, $"{20 + i * 7 % 50},{(i % 3 == 0 ? "f" : "m")}");

    /// <summary>Right three times in four.</summary>
    private static int Label(int i) => (i * 37 % 97 > 48) ^ (i % 4 == 3) ? 1 : 0;

    private static string IdOf(DateTimeOffset hour, int i) => string.Create(CultureInfo.InvariantCulture, $"{hour.UtcDateTime:dd-HH}-{i}");

    private static string Line(DateTimeOffset hour, int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{Features(i)}}}","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv","mode":"OUTPUT","data":"{{{Score(i)}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"{{{IdOf(hour, i)}}}","inferenceTime":"{{{hour.AddSeconds(i).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""");

    private sealed class NoLog : ILogWriter
    {
        public void Write(LogEntry entry)
        {
        }
    }
}
