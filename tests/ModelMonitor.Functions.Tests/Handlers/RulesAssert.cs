using System.Text;
using ModelMonitor.Rules;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Functions.Tests.Handlers;

/// <summary>What a run of <see cref="RunHandlersFixture.WriteRules"/> over 90 rows must come to.</summary>
internal static class RulesAssert
{
    public static async Task AreJudgedAsync(RunHandlersFixture steps)
    {
        RunRecord record = (await steps.RecordAsync())!;
        Assert.Equal(90, record.Rows);
        Assert.Equal(["preprocess", "plans", "ages", "steady", "postprocess"], record.Rules!.Select(rule => rule.Name));
        Assert.Equal([false, true, false, false, true], record.Rules!.Select(rule => rule.Violated));
        Assert.All(record.Rules!, rule => Assert.Null(rule.Error));
        RuleFinding plans = record.Rules![1];
        Assert.Equal((60L, 30L, 0L), (plans.Passed, plans.Failed, plans.Errors));
        string violations = Encoding.UTF8.GetString(
            await steps.Deployment.Artifacts.ReadAllAsync(RunHandlersFixture.ReportFolder + "constraint_violations.json"));
        Assert.Contains("custom_rule_check", violations, StringComparison.Ordinal);
        Assert.Contains("90 rows", violations, StringComparison.Ordinal);
    }
}
