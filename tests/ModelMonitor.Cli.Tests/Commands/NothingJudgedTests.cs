using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

/// <summary>What people read where a monitor of model quality had nothing, or not everything, to judge.</summary>
public sealed class NothingJudgedTests : IDisposable
{
    private const int Count = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"groundTruthData":{"data":"1","encoding":"CSV"},"eventMetadata":{"eventId":"x-p0"},"eventVersion":"0"}""", "1 label was read, and none is of one of the 4 predictions: they are of other windows, or their ids differ")]
    [InlineData("""{"groundTruthData":{"data":"1","encoding":"csv"},"eventMetadata":{"eventId":"p0"},"eventVersion":"0"}""", "1 line or object of ground truth could not be read")]
    [InlineData("", "no label has come yet for 4 predictions; the window is judged when labels come")]
    public async Task Run_OfLabelsThatJoinNothing_TellsWhatTheyAre(string label, string reason)
    {
        CommandRun run = await RunAsync("0.75", label);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("○ Not judged: " + reason, string.Join(' ', run.Output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfRowsOfNoUse_IsNoCleanRun()
    {
        CommandRun run = await RunAsync("1.5", string.Concat(Enumerable.Range(0, Count).Select(i => Labelled.LabelLine($"p{i}", "1"))));

        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.Contains("○ Not judged: not one of 4 rows could be used.", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 rows were left out: probability out of range", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_OfRowsPartlyOfUse_ShowsHowManyAndItsMetrics()
    {
        CommandRun baseline = await BaselineAsync("p,y\n0.9,1\n0.2,0\nhigh,1\n0.3,\n", "--ground-truth-attribute", "y");

        Assert.Equal((0, ""), (baseline.ExitCode, baseline.Error));
        Assert.StartsWith("Baseline of 2 of 4 rows.", baseline.Output, StringComparison.Ordinal);
        Assert.Contains("1 row was left out: unparseable probability, such as \"high\".", baseline.Output, StringComparison.Ordinal);
        Assert.Contains("auc", baseline.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_WithoutTheLabelsColumn_NamesTheFlag() =>
        (await BaselineAsync("p,y\n0.9,1\n")).AssertConfigurationError("--ground-truth-attribute: is missing");

    private Task<CommandRun> BaselineAsync(string rows, params string[] more) => CommandRun.RunAsync(
        ["baseline", "--kind", "model-quality", "--problem-type", "binary", "--probability", "p", .. more,
        "--dataset", _folder.Write("rows.csv", rows), "--output", _folder.PathOf("baseline")]);

    private async Task<CommandRun> RunAsync(string probability, string labels)
    {
        await BaselineAsync("p,y\n0.9,1\n0.2,0\n", "--ground-truth-attribute", "y");
        _folder.Write("captures/a.jsonl", string.Concat(Enumerable.Range(0, Count).Select(i => Labelled.Capture(Labelled.Ten.AddSeconds(i), $"p{i}", probability))));
        _folder.Write("labels/a.jsonl", labels + "\n");
        return await CommandRun.RunAsync(
            ["run", "--kind", "model-quality", "--problem-type", "binary", "--probability", "0", "--capture", _folder.PathOf("captures"),
            "--ground-truth", _folder.PathOf("labels"), "--baseline", _folder.PathOf("baseline"), "--output", _folder.PathOf("report")]);
    }
}
