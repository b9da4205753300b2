using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Rules;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.Rules;

/// <summary>Runs of the small monitored model of <see cref="RunFixture"/> with rules and scripts.</summary>
internal sealed class RuleFixture
{
    public RunFixture Runs { get; } = new();

    public static MonitorDefinition Monitor(params RuleSettings[] rules) => new() { Name = "m", Endpoint = "e", Rules = rules };

    public static RuleSettings Rule(string expression, RuleScope over = RuleScope.Row) => new("own", over, expression);

    public static ScriptFile Script(string source) => new("script.js") { Source = source };

    /// <summary>Captures ordinary lines and runs a monitor over them.</summary>
    public async Task<(RunRecord Record, IReadOnlyList<Violation> Violations)> RunAsync(
        MonitorDefinition monitor, RuleHistory? history = null, int rows = 300, long shardBytes = RunSettings.DefaultShardBytes)
    {
        await Runs.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, rows));
        DataQualityKind kind = (await Runs.KindAsync(new EvaluationOptions { Rules = RuleSet.Of(monitor, "m.json") })).Looking(history);
        RunRecord record = await MonitoringRun.ExecuteAsync(Runs.Settings() with { ShardBytes = shardBytes }, kind, Runs.Time);
        byte[] file = await Runs.Artifacts.ReadAllAsync("constraint_violations.json");
        return (record, [.. ViolationsDocument.Read("v", file).Violations.Where(violation => violation.CheckType == CheckTypes.CustomRule)]);
    }
}
