using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class InvokeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Invoke_UnknownHandler_NamesTheKnown()
    {
        CommandRun run = await InvokeAsync("Planrun", _folder.Write("event.json", "{}"));

        run.AssertConfigurationError("there is no handler 'Planrun'; expected one of BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure, Remediate, RecordRemediation, PlanCapture.");
    }

    [Fact]
    public async Task Invoke_AbsentEvent_SaysSo()
    {
        CommandRun run = await InvokeAsync("PlanRun", _folder.PathOf("absent.json"));

        run.AssertConfigurationError($"--event: there is no file '{_folder.PathOf("absent.json")}'");
    }

    [Fact]
    public async Task Invoke_NoPlaceGiven_NamesOptionAndVariable()
    {
        CommandRun run = await CommandRun.RunAsync("invoke", "PlanRun", "--event", _folder.Write("event.json", "{}"));

        run.AssertConfigurationError("--artifacts: expected a folder or s3://bucket; give it, or set MODELMONITOR_ARTIFACTS.");
    }

    [Fact]
    public async Task Invoke_SamplesOnTheDemonstration_MakeItsBaselineAndFindItsHourDone()
    {
        string demo = _folder.PathOf("demo");
        Assert.Equal(0, (await CommandRun.RunAsync("demo", "--output", demo)).ExitCode);

        (JsonElement baseline, string log) = await InvokeSampleAsync(demo, "BuildBaseline", "build-baseline");
        (JsonElement order, _) = await InvokeSampleAsync(demo, "Remediate", "remediate");
        (JsonElement progress, _) = await InvokeSampleAsync(demo, "RecordRemediation", "record-remediation");
        (JsonElement planned, _) = await InvokeSampleAsync(demo, "PlanRun", "plan-run");

        Assert.Equal("NotAnActionAlarm", order.GetProperty("reason").GetString());
        Assert.Equal("Ignored", progress.GetProperty("status").GetString());
        Assert.Equal("Published", baseline.GetProperty("status").GetString());
        Assert.Contains("info   A baseline was made.  monitor=churn  version=", log, StringComparison.Ordinal);
        JsonElement due = planned.GetProperty("runs").EnumerateArray().Last();
        Assert.Equal("2026-11-22T14:00:00Z/PT1H", due.GetProperty("window").GetString());

        // The demonstration ran this hour by the command line: the function's plan is the very same work.
        Assert.Equal("AlreadyDone", due.GetProperty("status").GetString());
    }

    private static async Task<(JsonElement Answer, string Log)> InvokeSampleAsync(string demo, string handler, string sample)
    {
        CommandRun run = await CommandRun.RunAsync(
            "invoke", handler, "--event", Path.Combine(Repository.Root, "events", $"{sample}.json"),
            "--artifacts", demo, "--captures", demo, "--monitors", demo);
        Assert.True(run.ExitCode == 0, run.Error);
        return (JsonElement.Parse(run.Output), run.Error);
    }

    private Task<CommandRun> InvokeAsync(string handler, string file) =>
        CommandRun.RunAsync("invoke", handler, "--event", file, "--artifacts", _folder.Root, "--captures", _folder.Root, "--monitors", _folder.Root);
}
