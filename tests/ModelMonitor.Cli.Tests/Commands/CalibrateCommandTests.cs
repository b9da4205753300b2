using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class CalibrateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Calibrate_MoreRows_SeeSmallerChangesAndKeepTheRate()
    {
        string baseline = await BaselineAsync();

        JsonElement few = await CalibrateAsync(baseline, "100");
        JsonElement many = await CalibrateAsync(baseline, "2000");

        Assert.Equal(1.0, few.GetProperty("falseAlarmsPerMonth").GetDouble());
        Assert.InRange(few.GetProperty("expectedFalseAlarmsPerMonth").GetDouble(), 0.0, 2.5);
        Assert.True(MeanOf(many) < MeanOf(few), $"{MeanOf(many)} {MeanOf(few)}");
        Assert.InRange(MeanOf(few), 0.2, 2.0);
    }

    [Fact]
    public async Task Calibrate_Terminal_FitsAndNamesEveryFeature()
    {
        CommandRun run = await CommandRun.RunAsync("calibrate", "--baseline", await BaselineAsync(), "--rows-per-window", "100");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Contains("age", run.Output, StringComparison.Ordinal);
        string text = run.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Matches(@"at most 1 false alarm a month\. 200 simulated windows without drift come to [\d.]+ \([\d.]+ to [\d.]+ at 95 %\)\.", text);
    }

    [Theory]
    [InlineData("--rows-per-window", "0", "--rows-per-window: expected 1 to 1000000000, found 0")]
    [InlineData("--false-alarms-per-month", "-1", "--false-alarms-per-month: expected a number above 0, found -1")]
    public async Task Calibrate_NumberThatIsNone_IsRefused(string option, string value, string message)
    {
        string[] rows = option == "--rows-per-window" ? [] : ["--rows-per-window", "10"];

        CommandRun run = await CommandRun.RunAsync(["calibrate", "--baseline", "here", .. rows, option, value]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static double MeanOf(JsonElement report) => report.GetProperty("features").EnumerateArray()
        .First(feature => feature.GetProperty("change").GetString() == "mean").GetProperty("withinOneWindow").GetDouble();

    private static async Task<JsonElement> CalibrateAsync(string baseline, string rows)
    {
        CommandRun run = await CommandRun.RunAsync("calibrate", "--baseline", baseline, "--rows-per-window", rows, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private async Task<string> BaselineAsync()
    {
        string dataset = _folder.Write("a.csv", Churn.Training());
        await CommandRun.RunAsync("baseline", "--dataset", dataset, "--output", _folder.PathOf("base"));
        return _folder.PathOf("base");
    }
}
