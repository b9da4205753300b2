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

        run.AssertConfigurationError("there is no handler 'Planrun'; expected one of BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure.");
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
    public async Task Invoke_BuildBaselineOnTheDemonstration_AnswersAndLogs()
    {
        string demo = _folder.PathOf("demo");
        Assert.Equal(0, (await CommandRun.RunAsync("demo", "--output", demo)).ExitCode);

        CommandRun run = await CommandRun.RunAsync(
            "invoke", "BuildBaseline", "--event", Path.Combine(Repository.Root, "events", "build-baseline.json"),
            "--artifacts", demo, "--captures", demo, "--monitors", demo);

        Assert.Equal(0, run.ExitCode);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Equal("Published", answer.RootElement.GetProperty("status").GetString());
        Assert.Contains("info   A baseline was made.  monitor=churn  version=", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> InvokeAsync(string handler, string file) =>
        CommandRun.RunAsync("invoke", handler, "--event", file, "--artifacts", _folder.Root, "--captures", _folder.Root, "--monitors", _folder.Root);
}
