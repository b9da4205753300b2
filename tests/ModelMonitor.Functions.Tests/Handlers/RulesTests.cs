using System.Text.Json;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class RulesTests : IDisposable
{
    private readonly RunHandlersFixture _steps = new();

    public void Dispose() => _steps.Dispose();

    [Fact]
    public async Task Run_WithRulesAndScripts_IsJudgedByThem()
    {
        _steps.WriteRules();
        await _steps.BaselineAsync();
        _steps.Capture("05-00-000-a.jsonl", 90);

        await _steps.RunAsync();

        await RulesAssert.AreJudgedAsync(_steps);
    }

    [Fact]
    public async Task ProfileShard_AfterTheRulesChanged_RefusesThePlan()
    {
        await _steps.BaselineAsync();
        _steps.Capture("05-00-000-a.jsonl", 90);
        JsonElement run = (await _steps.PlanAsync())[0];
        _steps.WriteRules();

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => _steps.ProfileAsync(run));

        Assert.Contains("changed since this run was planned", exception.Message, StringComparison.Ordinal);
    }
}
