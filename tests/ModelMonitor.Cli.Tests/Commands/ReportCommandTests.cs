using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfADemonstration_BuildsThePagesThatItsRunsPublished()
    {
        string demo = _folder.PathOf("demo");
        CommandRun made = await CommandRun.RunAsync("demo", "--output", demo, "--json");
        CommandRun report = await CommandRun.RunAsync(
            "report", "--artifacts", demo, "--output", _folder.PathOf("built"), "--json");

        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        using JsonDocument printed = JsonDocument.Parse(report.Output);
        Assert.Equal(8, printed.RootElement.GetProperty("runs").GetInt32());
        Assert.True(File.Exists(printed.RootElement.GetProperty("page").GetString()));
        using JsonDocument demonstration = JsonDocument.Parse(made.Output);
        Assert.True(File.Exists(new Uri(demonstration.RootElement.GetProperty("page").GetString()!).LocalPath));
        string last = Path.Combine("site", "monitors", "churn", "runs", "20261122T170000Z.html");
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(demo, last)), await File.ReadAllTextAsync(_folder.PathOf("built", last)));
    }

    [Fact]
    public async Task Report_NoRunThere_SaysSo()
    {
        _folder.Write("elsewhere/notes.txt", "nothing");
        CommandRun run = await CommandRun.RunAsync("report", "--artifacts", _folder.PathOf("elsewhere"), "--output", _folder.PathOf("built"));
        run.AssertConfigurationError("no run of a monitor is filed under reports/ there");
    }

    [Fact]
    public async Task Report_NameOfNoMonitor_SaysSo()
    {
        _folder.Write("elsewhere/notes.txt", "nothing");
        CommandRun run = await CommandRun.RunAsync(
            "report", "--artifacts", _folder.PathOf("elsewhere"), "--output", _folder.PathOf("built"), "--monitor", "unknown");
        run.AssertConfigurationError("no run of the monitor 'unknown' is filed under reports/ there");
    }
}
