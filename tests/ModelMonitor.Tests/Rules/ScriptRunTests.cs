using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Rules;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Rules;

public sealed class ScriptRunTests
{
    private const string Split = """
        const input = record.captureData.endpointInput.data.split(",");
        const row = { score: Number(record.captureData.endpointOutput.data), age: Number(input[0]), plan: input[1] };
        """;

    private readonly RuleFixture _fixture = new();

    [Fact]
    public async Task Preprocess_ThatReturnsAnObject_MakesARow()
    {
        (RunRecord record, _) = await _fixture.RunAsync(With($"function preprocess(record) {{ {Split} return row; }}"));

        Assert.Equal((300L, RunOutcome.Completed), (record.Rows, record.Outcome));
        Assert.Equal(["score", "age", "plan"], record.Features.Select(feature => feature.Name));
    }

    [Fact]
    public async Task Preprocess_ThatReturnsSeveralOrNothing_MakesSeveralRowsOrNone()
    {
        (RunRecord record, _) = await _fixture.RunAsync(
            With($"function preprocess(record) {{ {Split} return row.plan === 'basic' ? [row, row, row] : undefined; }}"));

        Assert.Equal(300, record.Rows);
        Assert.Equal((100L, 200L, 0L), (record.Rules![0].Passed, record.Rules[0].Failed, record.Rules[0].Errors));
    }

    [Fact]
    public async Task Preprocess_ThatFailsForSome_LeavesThoseOutAndSaysSo()
    {
        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(
            With($"function preprocess(record) {{ {Split} if (row.plan === 'basic') throw new Error('no basic');\n return row; }}"));

        Assert.Equal((200L, 100L), (record.Rows, record.Unreadable));
        Assert.Contains("no basic", record.UnreadableSamples[0].Reason, StringComparison.Ordinal);
        Assert.Contains("It failed for 100 of 300 records", Assert.Single(violations).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preprocess_ThatLoops_IsGivenUp()
    {
        (RunRecord record, _) = await RunToNoDataAsync("function preprocess(record) { while (true); }");

        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Equal(30, record.Unreadable);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("[[1]]")]
    [InlineData("{ x: {} }")]
    [InlineData("() => 1")]
    [InlineData("(async () => ({ x: 1 }))()")]
    [InlineData("(function* () { yield { x: 1 } })()")]
    [InlineData("new Map([['x', 1]])")]
    [InlineData("new Date(0)")]
    [InlineData("{ x: kept.push(1) }")]
    [InlineData("{ x: Object.prototype.n = 1 }")]
    [InlineData("{ x: globalThis.n = 1 }")]
    [InlineData("{ x: preprocess.n = 1 }")]
    [InlineData("{ x: inner.list.push(1) }")]
    [InlineData("Array(20000).fill({ x: 1 })")]
    public async Task Preprocess_ThatReturnsSomethingElse_IsReported(string answer)
    {
        (RunRecord record, _) = await RunToNoDataAsync(
            $"const kept = []; const inner = {{ list: [] }}; function preprocess(record) {{ return ({answer}); }}");

        Assert.StartsWith("preprocess: ", record.UnreadableSamples[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let n = 0;")]
    [InlineData("const n = new Map();")]
    [InlineData("const n = /x/g;")]
    [InlineData("const n = (() => { let i = 0; return () => i++; })();")]
    [InlineData("class Kept { static n = 0; }")]
    [InlineData("Array.prototype.n = 0;")]
    [InlineData("const n = { get x() { return 1; } };")]
    public void Script_ThatCouldKeepSomething_IsRefusedWithItsPlace(string outside) => Assert.Contains(
        "script.js: line 2, column ",
        Assert.Throws<ConfigurationException>(() => RuleSet.Of(With($"// kept\n{outside}\nfunction preprocess(record) {{ return {{ x: 1 }}; }}"), "m")).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Script_OfConstantsAndFunctions_Runs()
    {
        (RunRecord record, _) = await _fixture.RunAsync(With("""
            'use strict';
            const limit = -1.5 * 2, names = { basic: ["b", "c"], pattern: /^[0-9.]+$/i };
            const double = value => value * 2;
            function plan(name) { return names[name]?.join("") ?? `${name}!`; }
            function preprocess(record) {
              const [age, name] = record.captureData.endpointInput.data.split(",");
              return { age: double(Number(age)) + limit, plan: plan(name), isNumber: names.pattern.test(age) };
            }
            """));

        Assert.Equal((300L, 0L), (record.Rows, record.Unreadable));
    }

    [Fact]
    public async Task Preprocess_ThatChanges_MeansOtherStates()
    {
        RuleSet one = RuleSet.Of(With("function preprocess(record) { return { a: 1 }; }"), "m");
        RuleSet other = RuleSet.Of(With("function preprocess(record) { return { a: 2 }; }"), "m");
        await _fixture.Runs.CaptureAsync("a.jsonl", Runs.RunFixture.OrdinaryLines(Runs.RunFixture.Ten, 10));
        RunPlan plan = await RunPlanner.PlanAsync(_fixture.Runs.Settings(), new DatasetProfiler(rules: one), "", default);
        RunPlan next = await RunPlanner.PlanAsync(_fixture.Runs.Settings(), new DatasetProfiler(rules: other), "", default);

        Assert.NotEqual(plan.Shards[0].StateKey, next.Shards[0].StateKey);
        await Assert.ThrowsAsync<ConfigurationException>(() => ShardProfiler.ProfileAsync(
            plan, plan.Shards[0], new DatasetProfiler(rules: other), _fixture.Runs.Settings(), null, default));
    }

    [Fact]
    public async Task Postprocess_MayAddViolationsAndMetrics()
    {
        MonitorDefinition monitor = RuleFixture.Monitor() with
        {
            Postprocess = RuleFixture.Script("""
                function postprocess(report) {
                  return {
                    violations: [{ feature: "age", message: `${report.rows} rows, ${report.features.length} features`, severity: "critical" }],
                    metrics: { "mean age": report.current.age.mean },
                  };
                }
                """),
        };

        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(monitor);

        Assert.Equal(new Violation("age", "custom_rule_check", "[critical] 300 rows, 3 features"), Assert.Single(violations));
        Assert.Equal(1, record.Violations);
    }

    [Theory]
    [InlineData("return { violations: [{ message: '' }] };")]
    [InlineData("return { violations: Array(101).fill({ message: 'x' }) };")]
    [InlineData("return { metrics: { x: NaN } };")]
    [InlineData("return { metrics: { x: 'y' } };")]
    [InlineData("return 3;")]
    [InlineData("while (true);")]
    [InlineData("return report.x.y;")]
    [InlineData("return { get violations() { throw new Error('no') } };")]
    public async Task Postprocess_ThatFails_IsReportedAlone(string body)
    {
        MonitorDefinition monitor = RuleFixture.Monitor(RuleFixture.Rule("row.age > 0")) with
        {
            Postprocess = RuleFixture.Script($"function postprocess(report) {{ {body} }}"),
        };

        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(monitor);

        Assert.Equal("postprocess", Assert.Single(violations).FeatureName);
        Assert.False(record.Rules![0].Violated);
        Assert.NotNull(record.Rules[1].Error);
    }

    [Theory]
    [InlineData("function preproces(record) { }", "it defines no function preprocess(…)")]
    [InlineData("function preprocess(record) { return }}", "line 1, column")]
    [InlineData("while (true);", "outside its functions a script has constants alone")]
    public void Of_AScriptThatIsNotSound_TellsWhy(string source, string reason) => Assert.Contains(
        reason, Assert.Throws<ConfigurationException>(() => RuleSet.Of(With(source), "m.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AScriptThatIsNotThere_SaysSo() => Assert.Contains(
        "there is no such file",
        Assert.Single(RuleSet.Check(RuleFixture.Monitor() with { Preprocess = new ScriptFile("gone.js") })).Message,
        StringComparison.Ordinal);

    private static MonitorDefinition With(string preprocess) => RuleFixture.Monitor() with { Preprocess = RuleFixture.Script(preprocess) };

    private async Task<(RunRecord Record, int Rows)> RunToNoDataAsync(string preprocess)
    {
        await _fixture.Runs.CaptureAsync("a.jsonl", Runs.RunFixture.OrdinaryLines(Runs.RunFixture.Ten, 30));
        DataQualityKind kind = await _fixture.Runs.KindAsync(
            new ModelMonitor.Constraints.EvaluationOptions { Rules = RuleSet.Of(With(preprocess), "m.json") });
        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Runs.Settings(), kind, _fixture.Runs.Time);
        return (record, (int)record.Rows);
    }
}
