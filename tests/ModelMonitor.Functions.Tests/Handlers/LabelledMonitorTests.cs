using System.Text.Json;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class LabelledMonitorTests : IDisposable
{
    private static readonly DateTimeOffset Ten = LabelledMonitorFixture.Ten;

    private readonly LabelledMonitorFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Quality_LabelsTwoHoursLater_HaveTheWindowJudgedAgainInOneRecord()
    {
        Assert.Equal("Published", (await _fixture.BaselineAsync(LabelledMonitorFixture.Quality)).GetProperty("status").GetString());
        _fixture.Capture(Ten, 400);

        JsonElement first = Assert.Single(await _fixture.FireAsync(LabelledMonitorFixture.Quality, Ten.AddHours(1)));
        Assert.Equal("NoData", first.GetProperty("outcome").GetString());
        Assert.Equal(0.0, (await _fixture.RecordAsync(LabelledMonitorFixture.Quality, Ten)).GroundTruth!.LabelledShare);

        _fixture.Collect(Ten.AddHours(2), Ten, from: 0, to: 400);
        IReadOnlyList<JsonElement> later = await _fixture.FireAsync(LabelledMonitorFixture.Quality, Ten.AddHours(3));

        JsonElement judged = Assert.Single(later, answer => answer.GetProperty("window").GetString() == "2026-11-22T10:00:00Z/PT1H");
        Assert.Equal("Completed", judged.GetProperty("outcome").GetString());
        RunRecord record = await _fixture.RecordAsync(LabelledMonitorFixture.Quality, Ten);
        Assert.Equal(400, record.Rows);
        Assert.Equal(1.0, record.GroundTruth!.LabelledShare);
        Assert.Equal(0.75, Assert.Single(record.Quality!, metric => metric.Name == "accuracy").Value!.Value, 0.02);
        Assert.Contains("\"accuracy\"", _fixture.Metrics, StringComparison.Ordinal);
        Assert.Contains("labelled_share", _fixture.Metrics, StringComparison.Ordinal);
        Assert.Contains("model-metrics", _fixture.Metrics, StringComparison.Ordinal);
        string folder = LabelledMonitorFixture.FolderOf(LabelledMonitorFixture.Quality, Ten);
        Assert.Single(await _fixture.Deployment.Artifacts.ListAsync(folder).ToListAsync(), stored => stored.Key.EndsWith("run.json", StringComparison.Ordinal));
        Assert.Contains(
            "receiver_operating_characteristic_curve",
            System.Text.Encoding.UTF8.GetString(await _fixture.Deployment.Artifacts.ReadAllAsync(folder + "statistics.json")),
            StringComparison.Ordinal);
        Assert.Empty(await RunsOfTenAsync(Ten.AddHours(4)));
    }

    [Fact]
    public async Task Quality_WrongPredictions_ViolateTheBaseline()
    {
        await _fixture.BaselineAsync(LabelledMonitorFixture.Quality);
        _fixture.Capture(Ten, 400);
        _fixture.Collect(Ten, Ten, from: 0, to: 400, wrong: true);

        JsonElement answer = Assert.Single(await _fixture.FireAsync(LabelledMonitorFixture.Quality, Ten.AddHours(1)));

        Assert.Equal("CompletedWithViolations", answer.GetProperty("outcome").GetString());
        RunRecord record = await _fixture.RecordAsync(LabelledMonitorFixture.Quality, Ten);
        Assert.True(Assert.Single(record.Quality!, metric => metric.Name == "auc").Violated);
    }

    [Fact]
    public async Task Bias_EveryHour_TellsOfPredictionsAndOfLabelsWhenTheyCome()
    {
        Assert.Equal("Published", (await _fixture.BaselineAsync(LabelledMonitorFixture.Bias)).GetProperty("status").GetString());
        _fixture.Capture(Ten, 400);

        await _fixture.FireAsync(LabelledMonitorFixture.Bias, Ten.AddHours(1));
        RunRecord early = await _fixture.RecordAsync(LabelledMonitorFixture.Bias, Ten);
        _fixture.Collect(Ten.AddHours(2), Ten, from: 0, to: 400);
        await _fixture.FireAsync(LabelledMonitorFixture.Bias, Ten.AddHours(3));
        RunRecord late = await _fixture.RecordAsync(LabelledMonitorFixture.Bias, Ten);

        Assert.Equal((400, 400), (early.Rows, late.Rows));
        Assert.NotNull(Assert.Single(early.Bias!, finding => finding.Metric == "DPPL").Value);
        Assert.Null(Assert.Single(early.Bias!, finding => finding.Metric == "AD").Value);
        Assert.NotNull(Assert.Single(late.Bias!, finding => finding.Metric == "AD").Value);
        Assert.Contains("bias-metrics", _fixture.Metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3, 0.1, 0)]
    [InlineData(0.01, 0.5, 1)]
    public async Task Attribution_OfExplainedCaptures_ComparesTheRankingWithTheFilesOfTheBaseline(double age, double sex, int violations)
    {
        JsonElement built = await _fixture.BaselineAsync(
            LabelledMonitorFixture.Attribution, "age_label0,sex_label0\n" + string.Concat(Enumerable.Repeat("0.4,-0.02\n-0.5,0.01\n", 50)));
        Assert.Equal("Published", built.GetProperty("status").GetString());
        _fixture.CaptureExplained(Ten, 100, age, sex);

        await _fixture.FireAsync(LabelledMonitorFixture.Attribution, Ten.AddHours(1));

        RunRecord record = await _fixture.RecordAsync(LabelledMonitorFixture.Attribution, Ten);
        Assert.Equal((100, violations), (record.Rows, record.Violations));
        Assert.Equal(["age", "sex"], Assert.Single(record.Attribution!).Features.Select(feature => feature.Feature));
        Assert.Contains("explainability-metrics", _fixture.Metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_PredictionsWithoutLabels_AreNoMissingData()
    {
        await _fixture.BaselineAsync(LabelledMonitorFixture.Quality);
        _fixture.Capture(Ten, 50);

        await _fixture.FireAsync(LabelledMonitorFixture.Quality, Ten.AddHours(1));

        Assert.Contains("\"no_data\":0", _fixture.Metrics, StringComparison.Ordinal);
        Assert.Contains("\"labelled_share\":0", _fixture.Metrics, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<JsonElement>> RunsOfTenAsync(DateTimeOffset firedAt) =>
        (await _fixture.FireAsync(LabelledMonitorFixture.Quality, firedAt))
            .Where(answer => answer.GetProperty("window").GetString() == "2026-11-22T10:00:00Z/PT1H");
}
