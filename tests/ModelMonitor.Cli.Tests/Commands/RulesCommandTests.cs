using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class RulesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Test_OfAnObjectOfColumns_ShowsWhatEachRuleSays()
    {
        string monitor = Monitor("""
            "rules": [
              { "name": "good", "over": "row", "expression": "row.minutes >= 0" },
              { "name": "bad", "over": "row", "expression": "row.plan === 'none'" },
              { "name": "broken", "over": "row", "expression": "row.gone.length > 1" }
            ]
            """);
        string record = _folder.Write("record.json", """{ "plan": "basic", "minutes": 3 }""");

        CommandRun run = await CommandRun.RunAsync("rules", "test", "--monitor", monitor, "--record", record, "--json");

        Assert.Equal(ExitCode.Violations, run.ExitCode);
        JsonElement[] results = [.. JsonElement.Parse(run.Output).GetProperty("results").EnumerateArray()];
        Assert.Equal([false, true, true], results.Select(result => result.GetProperty("violated").GetBoolean()));
        Assert.Contains("line 1, column", results[2].GetProperty("error").GetString()!, StringComparison.Ordinal);
        Assert.All(results, result => Assert.True(result.GetProperty("milliseconds").GetDouble() >= 0));
    }

    [Fact]
    public async Task Test_OfACapturedRecord_GoesThroughTheScript()
    {
        string monitor = Monitor("""
            "preprocess": "own.js", "rules": [{ "name": "plans", "over": "row", "expression": "row.plan === 'basic'" }]
            """);
        _folder.Write("own.js", "function preprocess(record) { return { plan: record.captureData.endpointInput.data.trim() }; }");
        string record = _folder.Write("record.json", """
            { "captureData": { "endpointInput": { "mode": "INPUT", "data": "YmFzaWM=", "encoding": "BASE64" } },
              "eventMetadata": { "eventId": "e", "inferenceTime": "2026-11-22T10:00:00Z" }, "eventVersion": "0" }
            """);

        CommandRun run = await CommandRun.RunAsync("rules", "test", "--monitor", monitor, "--record", record);

        Assert.Equal(ExitCode.Clean, run.ExitCode);
        Assert.Contains("The record is 1 row.", run.Output, StringComparison.Ordinal);
        Assert.Contains("preprocess", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"rules\": []", "{}", "has no rule")]
    [InlineData("\"rules\": [{ \"name\": \"x\", \"over\": \"row\", \"expression\": \"row.x >\" }]", "{}", "$.rules[0].expression: x: line 1, column 8")]
    [InlineData("\"preprocess\": \"gone.js\"", "{}", "there is no such file")]
    [InlineData("\"rules\": [{ \"name\": \"x\", \"over\": \"row\", \"expression\": \"row.x > 1\" }]", "[1", "expected one JSON document")]
    public async Task Test_OfWhatIsWrong_SaysWhere(string section, string record, string message)
    {
        string file = _folder.Write("record.json", record);

        CommandRun run = await CommandRun.RunAsync("rules", "test", "--monitor", Monitor(section), "--record", file);

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OfAnExpressionThatIsNone_SaysWhere()
    {
        CommandRun run = await CommandRun.RunAsync(
            "validate", Monitor("\"rules\": [{ \"name\": \"x\", \"over\": \"row\", \"expression\": \"row.x = 1\" }]"));

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.Contains("line 1, column 1", run.Output + run.Error, StringComparison.Ordinal);
    }

    private string Monitor(string section) =>
        _folder.Write("monitor.json", $$"""{ "name": "m", "endpoint": "e", "dataQuality": {}, {{section}} }""");
}
