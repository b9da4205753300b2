using System.Text.Json;
using ModelMonitor.Reports.History;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Reports.History;

public sealed class HistoryBuilderTests
{
    [Fact]
    public void Add_InAnyOrder_ComesToTheSameRuns()
    {
        RunRecord[] records = [.. Enumerable.Range(0, 5).Select(hour => ReportSamples.Record(hour, ["a", "b"]))];
        Assert.Equal(Starts(records), Starts(records.Reverse()));
    }

    [Fact]
    public void Add_WindowIsRunAgain_KeepsTheYounger()
    {
        RunRecord first = ReportSamples.Record(0, ["a"]);
        RunRecord again = first with { Rows = 5, StartedAt = first.StartedAt.AddHours(1) };
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        Assert.True(builder.Add(again));
        Assert.False(builder.Add(first));
        Assert.Equal(5, Assert.Single(builder.Build().Runs).Rows);
    }

    [Fact]
    public void Build_RunsAreOlderThanNinetyDays_LeavesThemOut()
    {
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        builder.Add(ReportSamples.Record(0, ["a"]));
        builder.Add(ReportSamples.Record((90 * 24) + 1, ["a"]));
        Assert.Single(builder.Build().Runs);
    }

    [Fact]
    public void Add_LongNamesBeginAlike_KeepsThemApart()
    {
        string name = new('n', 10_000);
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        builder.Add(ReportSamples.Record(0, [name + "1", name + "2"], drifted: 2));
        MonitorHistory history = builder.Build();
        Assert.Equal(2, history.Features.Distinct().Count());
        Assert.All(history.Features, feature => Assert.InRange(feature.Length, 1, 100));
    }

    [Fact]
    public void Build_DataQuality_WritesNothingOfOtherKinds()
    {
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        builder.Add(ReportSamples.Record(0, ["a"]));

        string json = JsonSerializer.Serialize(builder.Build(), HistoryJsonContext.Default.MonitorHistory);

        Assert.StartsWith("""{"version":1,"monitor":"m","endpoint":"e","kind":"data-quality","features":["a"],"runs":[{"window":""", json, StringComparison.Ordinal);
        Assert.DoesNotContain("series", json, StringComparison.Ordinal);
        Assert.DoesNotContain("metrics", json, StringComparison.Ordinal);
        Assert.DoesNotContain("labelled", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AfterAHistoryOfAnOlderVersion_KeepsItsRuns()
    {
        const string Old = """
            {"version":1,"monitor":"m","endpoint":"e","kind":"model-quality","features":[],"runs":[
             {"window":{"start":"2026-10-31T00:00:00+00:00","end":"2026-10-31T01:00:00+00:00"},"outcome":"Completed","violations":0,"drifted":0,"rows":5,
              "unreadable":0,"lateObjects":0,"durationSeconds":1,"startedAt":"2026-10-31T01:10:00+00:00","drift":[]}],"marks":[]}
            """;
        HistoryBuilder builder = new(JsonSerializer.Deserialize(Old, HistoryJsonContext.Default.MonitorHistory)!);
        builder.Add(KindSamples.Quality(0));

        MonitorHistory history = builder.Build();

        Assert.Equal(2, history.Runs.Count);
        Assert.Null(history.Runs[0].Metrics);
        Assert.Equal("auc", history.Series![history.Runs[1].Metrics![0].Series].Metric);
    }

    [Fact]
    public void Build_InfiniteMetrics_SurviveTheFile()
    {
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        builder.Add(KindSamples.Bias(0, [KindSamples.Facet("Sex", "0", "TE", double.PositiveInfinity, baseline: 1.0, violated: true)]));

        string json = JsonSerializer.Serialize(builder.Build(), HistoryJsonContext.Default.MonitorHistory);
        HistoryMetric metric = Assert.Single(JsonSerializer.Deserialize(json, HistoryJsonContext.Default.MonitorHistory)!.Runs[0].Metrics!);

        Assert.Equal(double.PositiveInfinity, metric.Value);
        Assert.True(metric.Excess > 0.0);
    }

    [Fact]
    public void Of_MoreWindowsThanColumns_ShowsTheWorstOfEachGroup()
    {
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        for (int hour = 0; hour < 10; hour++)
        {
            builder.Add(ReportSamples.Record(hour, ["a"], drifted: hour == 3 ? 1 : 0));
        }

        DriftMatrix matrix = DriftMatrix.Of(builder.Build(), mostFeatures: 5, mostColumns: 5);
        Assert.Equal(2, matrix.RunsPerColumn);
        Assert.Equal([20, 900, 20, 20, 20], Assert.Single(matrix.Percents));
    }

    [Theory]
    [InlineData("hourly", "2026-11-01T05:30Z", "2026-11-01T06:00Z")]
    [InlineData("hourly", "2026-11-01T05:00Z", "2026-11-01T06:00Z")]
    [InlineData("daily", "2026-11-01T05:00Z", "2026-11-02T00:00Z")]
    [InlineData("cron(30 6 ? * MON *)", "2026-11-02T06:30Z", "2026-11-09T06:30Z")]
    public void NextFiring_OfASchedule_IsTheFirstAfter(string schedule, string after, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        NextFiring.After(
            Contracts.Scheduling.Schedule.Parse(schedule), DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)));

    private static DateTimeOffset[] Starts(IEnumerable<RunRecord> records)
    {
        HistoryBuilder builder = new(MonitorHistory.Of("m", "e"));
        foreach (RunRecord record in records)
        {
            builder.Add(record);
        }

        return [.. builder.Build().Runs.Select(run => run.Window.Start)];
    }
}
