using ModelMonitor.GroundTruth;
using ModelMonitor.Runs;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class GroundTruthRunTests
{
    private static readonly DateTimeOffset Ten = GroundTruthFixture.Ten;

    private readonly GroundTruthFixture _fixture = new();

    [Fact]
    public async Task Run_LabelsOfAHalf_JudgesThatHalfAndSaysSo()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 50);
        await _fixture.LabelAsync(Ten.AddHours(-9), 0, 7, name: "others");
        await _fixture.LabelAsync("bad", ["not json", "{}"]);

        RunRecord record = await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        GroundTruthFinding truth = record.GroundTruth!;
        Assert.Equal((RunOutcome.Completed, 100L), (record.Outcome, record.Rows));
        Assert.Equal((100L, 50L, 0.5), (truth.Predictions, truth.Labelled, truth.LabelledShare));
        Assert.Equal((57L, 7L, 0L, 3), (truth.Labels, truth.UnmatchedLabels, truth.Duplicates, truth.ObjectCount));
        Assert.Equal((2L, 2, 0L), (truth.Unreadable, truth.UnreadableSamples.Count, record.Unreadable));
        Assert.Equal(Ten.AddHours(1).AddDays(7), truth.ClosesAt);
        Assert.Contains("0.3=1, 5]", await _fixture.ReportAsync(record.Window!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoLabels_IsNoDataThatSaysSo()
    {
        await _fixture.CaptureAsync(Ten, 100);

        RunRecord record = await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        Assert.Equal((RunOutcome.NoData, "NoData: No ground truth yet for the predictions of the window."), (record.Outcome, record.Message));
        Assert.Equal((100L, 0.0), (record.GroundTruth!.Predictions, record.GroundTruth.LabelledShare));
    }

    [Fact]
    public async Task Run_NoLabelsWhereTheKindWantsAllRows_IsJudged()
    {
        GroundTruthFixture fixture = new(keepsUnlabelled: true);
        await fixture.CaptureAsync(Ten, 10);

        Assert.Equal(RunOutcome.Completed, (await fixture.RunAsync(GroundTruthFixture.Hour(Ten))).Outcome);
    }

    [Fact]
    public async Task Run_WithoutGroundTruth_JoinsNothing()
    {
        await _fixture.CaptureAsync(Ten, 10);
        RunSettings settings = _fixture.Settings(GroundTruthFixture.Hour(Ten)) with { GroundTruth = null };

        RunRecord record = await MonitoringRun.ExecuteAsync(settings, new LabelPairsKind(), _fixture.Time);

        Assert.Equal((RunOutcome.Completed, null), (record.Outcome, record.GroundTruth));
    }

    [Theory]
    [InlineData(RunSettings.DefaultShardBytes, 256L << 20)]
    [InlineData(60_000, 256L << 20)]
    [InlineData(5_000, 256L << 20)]
    [InlineData(60_000, 10_000)]
    public async Task Run_ShardedInAnyWay_ComesToTheSame(long shardBytes, long memoryBytes)
    {
        using TemporaryFolder folder = new();
        _fixture.ShardBytes = shardBytes;
        _fixture.GroundTruth = _fixture.GroundTruth with { MemoryBytes = memoryBytes, TemporaryFolder = folder.Root };
        await _fixture.CaptureAsync(Ten, 1_000);
        await _fixture.LabelAsync(Ten, 300, 600, "a", "early");
        await _fixture.LabelAsync(Ten, 500, 900, "b", "late");

        RunRecord record = await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        Assert.Equal(shardBytes < RunSettings.DefaultShardBytes, record.ShardCount > 1);
        GroundTruthFinding truth = record.GroundTruth!;
        Assert.Equal((1_000L, 700L, 1_500L), (truth.Predictions, truth.Labelled, truth.Labels));
        Assert.Equal((400L, 400L), (truth.UnmatchedLabels, truth.Duplicates));
        string report = await _fixture.ReportAsync(record.Window!);
        Assert.Contains("[0.5=early, 20]", report, StringComparison.Ordinal);
        Assert.Contains("[0.5=late, 50]", report, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task Run_MoreLabels_ReplacesTheReportAndTheSameAgainDoesNothing()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));
        _fixture.Time.Advance(TimeSpan.FromHours(2));
        await _fixture.LabelAsync(Ten, 0, 80);

        RunRecord second = await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));
        RunRecord third = await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        Assert.Equal((RunOutcome.Completed, 0.8, 0), (second.Outcome, second.GroundTruth!.LabelledShare, second.LateObjects));
        Assert.Equal(second.StartedAt, third.StartedAt);
    }
}
