using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class AlarmIdsTests
{
    [Theory]
    [InlineData("rows", "rows")]
    [InlineData("feature_baseline_drift_Day Mins", "feature-baseline-drift-day-mins")]
    [InlineData("feature_data_a/b..c", "feature-data-a-b-c")]
    public void Derive_OfAPlainMetric_IsItsNameInHyphens(string metric, string expected) => Assert.Equal(expected, AlarmIds.Derive(metric));

    [Fact]
    public void Derive_OfMetricsThatHyphensCannotTellApart_AddsAHash()
    {
        string first = AlarmIds.Derive("feature_data_\u65e5\u672c");
        string second = AlarmIds.Derive("feature_data_\u4e2d\u56fd");

        Assert.Matches("^feature-data-[0-9a-f]{8}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Derive_OfLongMetrics_FitsAndTellsThemApart()
    {
        string start = "feature_data_" + new string('x', 10_000);

        Assert.Equal(AlarmIds.MaximumLength, AlarmIds.Derive(start + "1").Length);
        Assert.NotEqual(AlarmIds.Derive(start + "1"), AlarmIds.Derive(start + "2"));
    }

    [Fact]
    public void Derive_OfAnyMetric_GivesAnIdThatAnEventTells()
    {
        foreach (string metric in (string[])["rows", "feature_data_-", "feature_data_/", "feature_data_\0\u202e", "feature_data_" + new string('-', 300)])
        {
            AlarmName name = new("ModelMonitor", "churn", AlarmIds.Derive(metric));

            Assert.True(AlarmName.TryParse(name.ToString(), out AlarmName? parsed), metric);
            Assert.Equal(name, parsed);
        }
    }

    [Theory]
    [InlineData("violations", true)]
    [InlineData("NoRunCompleted", true)]
    [InlineData("critical", true)]
    [InlineData("few-rows", false)]
    public void IsTaken_OfANameOfOurs_InAnyCase(string name, bool taken) => Assert.Equal(taken, AlarmIds.IsTaken(name));

    [Fact]
    public void Names_OfTheLongestKind_AreWithinWhatCloudWatchTakes() => Assert.InRange(
        new AlarmName(new string('s', 128), new string('m', 63), new string('i', AlarmIds.MaximumLength)).ToString().Length, 1, 255);
}
