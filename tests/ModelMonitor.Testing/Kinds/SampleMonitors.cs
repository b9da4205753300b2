using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Testing.Kinds;

/// <summary>
/// Runs monitors of model quality, bias and attribution over made-up rows, and leaves their reports and baselines as they do: what
/// pages are made of. The rows are plain files, so the window and what became of labels are put into the records afterwards.
/// </summary>
/// <param name="artifacts">Where reports and baselines go.</param>
public sealed class SampleMonitors(IObjectStore artifacts)
{
    /// <summary>The endpoint.</summary>
    public const string Endpoint = "loans-endpoint";

    /// <summary>The monitor of a model of two classes with probabilities.</summary>
    public const string Quality = "loans-model-quality";

    /// <summary>The monitor of a model of 25 classes.</summary>
    public const string Classes = "colors-model-quality";

    /// <summary>The monitor of a model of numbers.</summary>
    public const string Regression = "prices-model-quality";

    /// <summary>The monitor of bias.</summary>
    public const string Bias = "loans-bias";

    /// <summary>The monitor of attributions.</summary>
    public const string Attribution = "loans-attribution";

    /// <summary>How many hours there are; in the last <see cref="BadHours"/> everything is amiss.</summary>
    public const int Hours = 12;

    /// <summary>How many hours are amiss.</summary>
    public const int BadHours = 4;

    private const string Version = "v1";
    private static readonly string[] Features = ["income", "debt", "age", "region", "tenure", "savings"];

    private static readonly BiasOptions BiasOptions = new()
    {
        Label = "label",
        LabelValues = ["y"],
        PredictedLabel = "predicted",
        Facets = [new FacetOptions("Sex", ["0"]), new FacetOptions("Region", []), new FacetOptions("Age", ["40"])],
        GroupVariable = "Region",
    };

    /// <summary>The start of the first hour.</summary>
    public static DateTimeOffset FirstHour { get; } = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The start of the last hour, in which everything is amiss.</summary>
    public static DateTimeOffset LastHour => FirstHour.AddHours(Hours - 1);

    /// <summary>Runs all of them.</summary>
    public async Task RunAsync()
    {
        QualityOptions binary = new() { Problem = ProblemType.BinaryClassification, GroundTruthAttribute = "label", ProbabilityAttribute = "score" };
        QualityOptions classes = new() { Problem = ProblemType.MulticlassClassification, GroundTruthAttribute = "was", InferenceAttribute = "said" };
        await RunQualityAsync(Quality, binary, hour => SampleRows.Loans(600, hour, IsBad(hour) ? 0.6 : 0.2));
        await RunQualityAsync(Classes, classes, hour => SampleRows.ManyColors(2_000, hour));
        await RunQualityAsync(Regression, classes with { Problem = ProblemType.Regression }, hour => SampleRows.Prices(300, hour, IsBad(hour) ? 90.0 : 30.0));
        await RunBiasAsync();
        await RunAttributionAsync();
    }

    private static bool IsBad(int hour) => hour >= Hours - BadHours;

    private async Task RunQualityAsync(string monitor, QualityOptions options, Func<int, string> rowsOf)
    {
        string folder = ObjectKeys.BaselineFolder(monitor, Version);
        await QualityBaselineBuilder.BuildAsync(Settings(monitor, await StoreAsync(rowsOf(0))) with { ReportPrefix = folder }, options, "baseline.csv");
        QualityBaseline baseline = await QualityBaseline.ReadAsync(artifacts, folder, "baseline") with { Version = Version };
        for (int hour = 0; hour < Hours; hour++)
        {
            await RunAsync(monitor, new ModelQualityKind(baseline, options), rowsOf(hour), hour);
        }
    }

    private async Task RunBiasAsync()
    {
        // What a run without a baseline finds is one.
        MemoryObjectStore found = new(TimeProvider.System);
        RunSettings settings = Settings(Bias, await StoreAsync(SampleRows.People(3_000, 100, 0.0))) with { Artifacts = found };
        await MonitoringRun.ExecuteAsync(settings, new BiasKind(BiasOptions, new AnalysisDocument()), TimeProvider.System);
        AnalysisDocument baseline = AnalysisDocument.Read("baseline", await found.ReadAllAsync(ObjectKeys.Analysis));
        await artifacts.PutAsync(ObjectKeys.BaselineFolder(Bias, Version) + ObjectKeys.Analysis, baseline.ToUtf8());
        for (int hour = 0; hour < Hours; hour++)
        {
            await RunAsync(Bias, new BiasKind(BiasOptions, baseline, Version), SampleRows.People(1_500, hour, IsBad(hour) ? 0.7 : 0.0), hour);
        }
    }

    private async Task RunAttributionAsync()
    {
        AnalysisDocument baseline = new()
        {
            Attributions = [new LabelAttributions("label0", [.. Features.Select((name, i) => KeyValuePair.Create(name, 1.0 - 0.15 * i))], 0.4)],
        };
        await artifacts.PutAsync(ObjectKeys.BaselineFolder(Attribution, Version) + ObjectKeys.Analysis, baseline.ToUtf8());
        for (int hour = 0; hour < Hours; hour++)
        {
            await RunAsync(
                Attribution,
                new AttributionKind(new AttributionOptions(), baseline, "baseline", Version),
                SampleRows.Attributions(Features, 200, hour, IsBad(hour)),
                hour);
        }
    }

    private async Task RunAsync<TState>(string monitor, IMonitorKind<TState> kind, string rows, int hour)
        where TState : IMergeableState<TState>
    {
        DateTimeOffset start = FirstHour.AddHours(hour);
        string folder = ObjectKeys.ReportFolder(Endpoint, monitor, start.AddHours(1));
        RunSettings settings = Settings(monitor, await StoreAsync(rows)) with { ReportPrefix = folder };
        RunRecord record = await MonitoringRun.ExecuteAsync(settings, kind, TimeProvider.System);
        JsonNode run = JsonNode.Parse(await artifacts.ReadAllAsync(folder + ObjectKeys.Run))!;
        run["window"] = new JsonObject { ["start"] = Text(start), ["end"] = Text(start.AddHours(1)) };
        run["startedAt"] = Text(start.AddHours(1).AddMinutes(10));
        run["durationSeconds"] = 0.5;
        if (record.Bias is null && record.Attribution is null)
        {
            run["groundTruth"] = new JsonObject
            {
                ["predictions"] = record.Rows + 40 * hour,
                ["labelled"] = record.Rows,
                ["labelledShare"] = (double)record.Rows / (record.Rows + 40 * hour),
                ["labels"] = record.Rows + 3,
                ["unmatchedLabels"] = 3,
                ["duplicates"] = 2,
                ["unreadable"] = 1,
                ["unreadableSamples"] = new JsonArray(new JsonObject { ["file"] = "labels/late.jsonl", ["line"] = 7, ["reason"] = "no JSON" }),
                ["objectCount"] = 2,
                ["closesAt"] = Text(start.AddDays(7)),
            };
        }

        await artifacts.PutAsync(folder + ObjectKeys.Run, Encoding.UTF8.GetBytes(run.ToJsonString()));
    }

    private static async Task<MemoryObjectStore> StoreAsync(string rows)
    {
        MemoryObjectStore store = new(TimeProvider.System);
        await store.PutAsync("in/rows.csv", Encoding.UTF8.GetBytes(rows));
        return store;
    }

    private RunSettings Settings(string monitor, IObjectStore input) => new()
    {
        Monitor = monitor,
        Endpoint = Endpoint,
        Input = input,
        InputPrefix = "in/",
        Format = InputFormat.Csv,
        Artifacts = artifacts,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
