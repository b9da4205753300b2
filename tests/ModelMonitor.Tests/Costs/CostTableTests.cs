using ModelMonitor.Benchmarks.Costs;
using ModelMonitor.Costs;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Costs;

public sealed class CostTableTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Fact]
    public void Write_Table_IsThatOfTheDocument() => Assert.Contains(CostTable.Write(), Document, StringComparison.Ordinal);

    [Fact]
    public void Write_TableOfStages_IsThatOfTheDocument() => Assert.Contains(StageTable.Write(), Document, StringComparison.Ordinal);

    [Fact]
    public void HourlyLoad_OfADay_HasTheShardsOfItsHours() =>
        Assert.Equal(24 * new HourlyLoad(10_000_000).Shards, (new HourlyLoad(10_000_000) { Hours = 24 }).Shards);

    [Fact]
    public void HourlyLoad_ATerabyteAnHour_IsJudgedWithinTheHour() =>
        Assert.InRange(new HourlyLoad((long)(1e12 / HourlyLoad.BytesPerRow)).RunDuration, TimeSpan.Zero, TimeSpan.FromHours(1));

    [Fact]
    public void HourlyLoad_MoreAtOnce_TakesLessTimeForTheSameMoney()
    {
        HourlyLoad load = new(1_000_000_000);
        HourlyLoad wider = load with { MaxConcurrency = 1000 };

        Assert.True(wider.RunDuration < load.RunDuration);
        Assert.Equal(load.CostUsd, wider.CostUsd);
    }
}
