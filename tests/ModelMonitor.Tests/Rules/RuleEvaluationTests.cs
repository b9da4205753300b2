using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Runs;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.Rules;

public sealed class RuleEvaluationTests
{
    private readonly RuleFixture _fixture = new();

    [Theory]
    [InlineData("row.age >= 20 && row.age < 70")]
    [InlineData("row.plan === 'basic' || row.plan === 'plus'")]
    [InlineData("row.score > 0 && row.nothing === undefined")]
    public async Task RowRule_ThatHolds_ViolatesNothing(string expression)
    {
        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(RuleFixture.Monitor(RuleFixture.Rule(expression)));

        Assert.Empty(violations);
        RuleFinding finding = Assert.Single(record.Rules!);
        Assert.Equal((300L, 0L, 0L, false), (finding.Passed, finding.Failed, finding.Errors, finding.Violated));
    }

    [Fact]
    public async Task RowRule_ThatDoesNotHold_TellsShareAndRows()
    {
        RuleSettings rule = RuleFixture.Rule("row.plan !== 'basic'") with { Severity = AlarmSeverity.Critical, Message = "Basic is sold no more.", Share = 0.9 };

        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(RuleFixture.Monitor(rule));

        Violation violation = Assert.Single(violations);
        Assert.Equal("own", violation.FeatureName);
        Assert.StartsWith("[critical] Basic is sold no more. It is true for 200 of 300 rows", violation.Description, StringComparison.Ordinal);
        RuleSample sample = Assert.Single(record.Rules![0].Samples!);
        Assert.Equal("{\"plan\":\"basic\"}", sample.Row);
        Assert.Equal(("a.jsonl", 1L), (sample.File, sample.Line));
        Assert.Equal(RunOutcome.CompletedWithViolations, record.Outcome);
    }

    [Fact]
    public async Task RowRule_OfHostileCells_ShowsRowsAsJson()
    {
        await _fixture.Runs.CaptureAsync("b.jsonl", RunFixture.Line(RunFixture.Ten, "0025,say \\\"no\\\""), RunFixture.Line(RunFixture.Ten, "1e5,+3"));

        (RunRecord record, _) = await _fixture.RunAsync(RuleFixture.Monitor(RuleFixture.Rule("row.plan === 'plus' || row.age === null")), rows: 2);

        IReadOnlyList<RuleSample> samples = record.Rules![0].Samples!;
        Assert.Equal(3, samples.Count);
        Assert.All(samples, sample => JsonDocument.Parse(sample.Row).Dispose());
        Assert.Contains(samples, sample => sample.Row.Contains("\"age\":\"0025\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RowRule_WithinItsShare_ViolatesNothing() => Assert.Empty(
        (await _fixture.RunAsync(RuleFixture.Monitor(RuleFixture.Rule("row.plan !== 'basic'") with { Share = 0.5 }))).Violations);

    [Fact]
    public async Task RowRules_HoweverTheWorkIsCut_FindTheSame()
    {
        MonitorDefinition monitor = RuleFixture.Monitor(RuleFixture.Rule("row.age < 40 || row.plan === 'plus'"));
        (RunRecord whole, _) = await _fixture.RunAsync(monitor);

        (RunRecord cut, _) = await new RuleFixture().RunAsync(monitor, shardBytes: 10_000);

        Assert.True(cut.ShardCount > whole.ShardCount);
        Assert.Equal(whole.Rules![0].Failed, cut.Rules![0].Failed);
        Assert.Equal(whole.Rules[0].Samples!.Select(sample => sample.Row), cut.Rules[0].Samples!.Select(sample => sample.Row));
    }

    [Theory]
    [InlineData("row.nothing.length > 1", "undefined")]
    [InlineData("row.age + 1", "expected true or false, found a number")]
    [InlineData("/^(([a-z])+.)+[A-Z]([a-z])+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')", "too")]
    public async Task RowRule_ThatFails_IsReportedAlone(string expression, string error)
    {
        RuleSettings sound = new("sound", RuleScope.Row, "row.age > 0");

        (RunRecord record, IReadOnlyList<Violation> violations) = await _fixture.RunAsync(
            RuleFixture.Monitor(RuleFixture.Rule(expression), sound), rows: 50);

        Assert.Contains(error, Assert.Single(violations).Description, StringComparison.Ordinal);
        Assert.Equal((50L, 50L), (record.Rules![0].Errors, record.Rules[1].Passed));
        Assert.Equal(50, record.Rows);
    }

    [Theory]
    [InlineData("current.rows > 100 && baseline.rows === 1000", false)]
    [InlineData("current.age.mean <= 1.15 * baseline.age.mean", false)]
    [InlineData("current.age.mean > 2 * baseline.age.mean", true)]
    [InlineData("current.plan.categories.basic > 0 && current.plan.distinct < 5 && current.age.quantile(0.5) > 0", false)]
    [InlineData("current.columns.age.missing === 0 && baseline.age.std > 1", false)]
    [InlineData("current.nothing.mean > 1", true)]
    [InlineData("current.age.quantile(2) > 1", true)]
    public async Task ProfileRule_ComparesWithTheBaseline(string expression, bool isViolated)
    {
        (RunRecord record, IReadOnlyList<Violation> violations) =
            await _fixture.RunAsync(RuleFixture.Monitor(RuleFixture.Rule(expression, RuleScope.Profile)));

        Assert.Equal(isViolated, Assert.Single(record.Rules!).Violated);
        Assert.Equal(isViolated ? 1 : 0, violations.Count);
    }

    [Theory]
    [InlineData("change(violations, '24h') < 3", false)]
    [InlineData("change(rows, '24h') > 250", false)]
    [InlineData("change(rows, '3h') === 290 && change(rows, '7d') === null", false)]
    [InlineData("previous(rows) === 20 && average(rows, '48h') === 15 && maximum(rows, '48h') === 20 && minimum(rows, '2h') === 20", false)]
    [InlineData("rows > 1000", true)]
    [InlineData("drift('age') < 0.2 && completeness('age') == 1", false)]
    [InlineData("rows === 300 && !driftedFeatures && (unreadable === 2 ? true : false) && lateObjects === 0", false)]
    [InlineData("previous(drift('age')) === null && drift('nothing') === null", false)]
    public async Task HistoryRule_LooksBack(string expression, bool isViolated)
    {
        TimeWindow window = RunFixture.Hour(RunFixture.Ten);
        RunRecord[] earlier = [Earlier(window, hours: 30, rows: 10), Earlier(window, hours: 1, rows: 20)];
        await _fixture.Runs.CaptureAsync("b.jsonl", "{", "not a record");

        (RunRecord record, _) = await _fixture.RunAsync(
            RuleFixture.Monitor(RuleFixture.Rule(expression, RuleScope.History)), new RuleHistory(window, earlier));

        // Three hours ago is thirty hours ago here: the last window that ended by then.
        Assert.Equal(isViolated, Assert.Single(record.Rules!).Violated);
    }

    [Fact]
    public async Task HistoryRule_OfARunWithoutWindow_IsNotEvaluated()
    {
        (RunRecord record, IReadOnlyList<Violation> violations) =
            await _fixture.RunAsync(RuleFixture.Monitor(RuleFixture.Rule("violations < 0", RuleScope.History)));

        Assert.Empty(violations);
        Assert.Contains("not evaluated", record.Rules![0].Error!, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnExpressionThatIsNone_TellsRuleLineAndColumn()
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => RuleSet.Of(RuleFixture.Monitor(RuleFixture.Rule("row.x >")), "m.json"));

        Assert.StartsWith("m.json: $.rules[0].expression: own: line 1, column 8:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutRules_HasNoneInItsRecordAndState()
    {
        (RunRecord record, _) = await _fixture.RunAsync(RuleFixture.Monitor());

        Assert.Null(record.Rules);
        Assert.Null(RuleSet.Of(RuleFixture.Monitor(), "m.json").RowsFingerprint);
    }

    private static RunRecord Earlier(TimeWindow window, int hours, long rows) => new()
    {
        Monitor = "m",
        Kind = "data-quality",
        Outcome = RunOutcome.Completed,
        Message = "",
        Fingerprint = "",
        InputFingerprint = "",
        EngineVersion = "",
        Window = new TimeWindow(window.Start.AddHours(-hours), window.End.AddHours(-hours)),
        Rows = rows,
    };
}
