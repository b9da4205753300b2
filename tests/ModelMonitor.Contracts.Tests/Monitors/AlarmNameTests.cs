using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class AlarmNameTests
{
    [Fact]
    public void TryParse_NameOfAMonitorsAlarm_GivesItsParts()
    {
        AlarmName name = new("ModelMonitor", "churn", "Violations");

        Assert.True(AlarmName.TryParse(name.ToString(), out AlarmName? parsed));
        Assert.Equal(name, parsed);
        Assert.StartsWith(AlarmName.PrefixOf("ModelMonitor"), name.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TargetTracking-table/orders-AlarmHigh")]
    [InlineData("ModelMonitor/churn")]
    [InlineData("ModelMonitor/churn/")]
    [InlineData("/churn/Violations")]
    [InlineData("ModelMonitor/../Violations")]
    [InlineData("ModelMonitor/Churn/Violations")]
    [InlineData("ModelMonitor/churn/Violations/more")]
    public void TryParse_NameOfAnotherAlarm_IsNone(string? text) => Assert.False(AlarmName.TryParse(text, out _));
}
