using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Runs;
using ModelMonitor.Tests.Reports;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.Rules;

public sealed class RuleHistoryTests
{
    private static readonly DateTimeOffset Now = RunFixture.Ten.AddDays(7);

    private readonly RunFixture _runs = new();

    [Fact]
    public async Task Read_WindowsBefore_AreThoseThatWereJudgedOldestFirst()
    {
        await StoreAsync(hoursBefore: 3, RunOutcome.CompletedWithViolations);
        await StoreAsync(hoursBefore: 1, RunOutcome.Completed);
        await StoreAsync(hoursBefore: 2, RunOutcome.NoData);
        await StoreAsync(hoursBefore: 4, RunOutcome.Failed);
        await StoreAsync(hoursBefore: 0, RunOutcome.Completed);
        await StoreAsync(hoursBefore: -1, RunOutcome.Completed);

        RuleHistory history = (await ReadAsync("change(violations, '24h') < 3"))!;

        Assert.Equal([Now.AddHours(-3), Now.AddHours(-1)], history.Earlier.Select(record => record.Window!.Start));
    }

    [Theory]
    [InlineData("average(rows, '24h') > 1", 47, 1)]
    [InlineData("average(rows, '24h') > 1", 49, 0)]
    [InlineData("average(rows, '7d') > 1", 49, 1)]
    public async Task Read_Span_IsTwiceTheLongestOfTheRulesAndTwoDaysAtLeast(string rule, int hoursBefore, int expected)
    {
        await StoreAsync(hoursBefore, RunOutcome.Completed);

        Assert.Equal(expected, (await ReadAsync(rule))!.Earlier.Count);
    }

    [Fact]
    public async Task Read_DamagedRecord_IsLeftOut()
    {
        await StoreAsync(hoursBefore: 1, RunOutcome.Completed);
        await _runs.Artifacts.PutAsync(KeyOf(hoursBefore: 2), "{"u8.ToArray());

        Assert.Single((await ReadAsync("change(violations, '24h') < 3"))!.Earlier);
    }

    [Fact]
    public async Task Read_NoRuleLooksBack_ReadsNothing() => Assert.Null(
        await RuleHistory.ReadAsync(
            RuleSet.Of(RuleFixture.Monitor(RuleFixture.Rule("row.age > 1")), "m.json"), _runs.Artifacts, "e", "m", Window(0), default));

    private static TimeWindow Window(int hoursBefore) => new(Now.AddHours(-hoursBefore), Now.AddHours(1 - hoursBefore));

    private static string KeyOf(int hoursBefore) => ObjectKeys.ReportFolder("e", "m", Window(hoursBefore).End) + ObjectKeys.Run;

    private Task<RuleHistory?> ReadAsync(string rule) => RuleHistory.ReadAsync(
        RuleSet.Of(RuleFixture.Monitor(RuleFixture.Rule(rule, RuleScope.History)), "m.json"), _runs.Artifacts, "e", "m", Window(0), default);

    private async Task StoreAsync(int hoursBefore, RunOutcome outcome)
    {
        RunRecord record = ReportSamples.Record(0, [], outcome: outcome) with { Window = Window(hoursBefore) };
        await _runs.Artifacts.PutAsync(KeyOf(hoursBefore), JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));
    }
}
