using System.Text;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class LabelSettingsTests
{
    [Theory]
    [InlineData("hourly", "P34D", null)]
    [InlineData("hourly", "P35D", "expected an ISO 8601 duration from PT1H to P34D")]
    [InlineData("cron(0/15 * ? * * *)", "P10D", null)]
    [InlineData("cron(0/15 * ? * * *)", "P11D", "more than 1008 windows would take labels at once; expected P10DT12H at most")]
    [InlineData("cron(0/5 * ? * * *)", null, "closesAfter of P7D is too long for the schedule cron(0/5 * ? * * *)")]
    [InlineData("cron(0 0 ? * MON 2026)", "P30D", null)]
    public void Read_ClosesAfter_IsNoLongerThanWindowsAreKeptOrLookedAt(string schedule, string? closesAfter, string? problem)
    {
        string labels = closesAfter is null ? "" : $$""", "labels": { "closesAfter": "{{closesAfter}}" }""";
        MonitorReading reading = MonitorReader.Read(Encoding.UTF8.GetBytes(
            $$"""
            {
              "name": "churn", "endpoint": "churn-xgboost", "schedule": "{{schedule}}",
              "modelQuality": { "problemType": "Regression", "inferenceAttribute": "0", "groundTruth": "a/"{{labels}} }
            }
            """));

        Assert.Equal(problem is null ? 0 : 1, reading.Problems.Count);
        if (problem is not null)
        {
            Assert.Equal(closesAfter is null ? "$.modelQuality.labels" : "$.modelQuality.labels.closesAfter", reading.Problems[0].Path);
            Assert.Contains(problem, reading.Problems[0].Message, StringComparison.Ordinal);
        }
    }
}
