using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

/// <summary>The notebook's baseline and run on files, as the commands <c>baseline</c> and <c>run</c> take them.</summary>
public sealed class AdultBiasFilesTests
{
    private const string Config = """
        { "label": "Target", "label_values_or_threshold": [1], "group_variable": "Age",
          "facet": [{ "name_or_index": "Sex", "value_or_threshold": [0] }], "predictor": { "label": "Predicted" },
          "methods": { "pre_training_bias": { "methods": "all" }, "post_training_bias": { "methods": "all" } } }
        """;

    private readonly MemoryObjectStore _input = new(new ManualTimeProvider(DateTimeOffset.UnixEpoch));
    private readonly MemoryObjectStore _output = new(new ManualTimeProvider(DateTimeOffset.UnixEpoch));

    private static MonitorDefinition Monitor => new()
    {
        Name = "adult-bias",
        Endpoint = "adult",
        Kind = MonitorKindNames.Bias,
        Compatibility = Compatibility.SageMaker,
        Bias = new ModelMonitor.Contracts.Monitors.BiasSection { Configuration = new ConfigurationFile("adult.analysis_config.json") { Content = Config } },
    };

    [ConformanceFact]
    public async Task BaselineAndRun_OfTheNotebooksFiles_FindTheNineViolations()
    {
        IKindRunner runner = MonitorKinds.Of(Monitor);
        await PutAsync("train.csv", AdultBias.Rows("validation-dataset.jsonl"));
        BuiltBaseline built = await runner.ProfileDatasetAsync(Monitor, Settings(), "train.csv", null, default);
        RunDocument analysis = Assert.Single(built.Documents);
        AnalysisDocument expected = AnalysisDocument.Read(
            "expected", File.ReadAllBytes(Conformance.PathOf("adult-bias", "expected", "baseline-analysis.endpoint-json.json")));
        AnalysisDocument actual = AnalysisDocument.Read("actual", analysis.Content);
        Assert.Equal(
            expected.PostTraining!.Facets.Single().Metrics.Select(metric => metric.Name),
            actual.PostTraining!.Facets.Single().Metrics.Select(metric => metric.Name));
        Assert.All(
            expected.PostTraining.Facets.Single().Metrics.Zip(actual.PostTraining.Facets.Single().Metrics),
            pair => Assert.Equal(pair.First.Value!.Value, pair.Second.Value!.Value, 1e-12));

        await PutAsync("train.csv", AdultBias.Traffic());
        BaselineDocuments baseline = new("baseline", BaselineFormat.Analysis, [analysis.Content.ToArray()]);
        RunRecord record = await runner.Prepare(Monitor, baseline, "test").ExecuteAsync(
            Settings(), new ManualTimeProvider(DateTimeOffset.UnixEpoch), null, default);

        Assert.Equal(9, record.Violations);
        Assert.Equal(21, record.Bias!.Count);
        Assert.Equal(
            BiasViolationsDocument.Read(
                "expected", File.ReadAllBytes(Conformance.PathOf("adult-bias", "expected", "constraint_violations.endpoint-json.json")))
                .Violations.Select(violation => violation.Metric),
            BiasViolationsDocument.Read("actual", await _output.ReadAllAsync(ObjectKeys.ConstraintViolations)).Violations.Select(violation => violation.Metric));
    }

    private Task<StoredObject?> PutAsync(string name, IEnumerable<string> rows) => _input.PutAsync(
        name, Encoding.UTF8.GetBytes(AdultBias.Columns + "\n" + string.Join('\n', rows) + "\n"));

    private RunSettings Settings() => new() { Monitor = "adult-bias", Input = _input, Artifacts = _output, Format = InputFormat.Csv };
}
