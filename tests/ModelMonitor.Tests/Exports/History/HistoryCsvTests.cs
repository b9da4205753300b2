using ModelMonitor.Contracts.History;
using ModelMonitor.Exports.History;

namespace ModelMonitor.Tests.Exports.History;

public sealed class HistoryCsvTests
{
    [Fact]
    public void Rows_ReadBack_AreThoseThatWereWritten()
    {
        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(SampleReport.Of(), "e");

        List<string[]> read = CsvText.Parse(Write(rows));

        Assert.Equal(HistoryColumns.All.Select(column => column.Name), read[0]);
        Assert.Equal(rows.Count, read.Count - 1);
        string[] drift = read.Single(row => row[9] == "feature_baseline_drift");
        Assert.Equal(
            [
                "churn", "2026-11-22", "data-quality", "churn-xgboost", "AllTraffic", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z",
                "age", "", "feature_baseline_drift", "0.25", "", "", "0.1", "true", "20261101T000000Z-0123abcd", "0.1.0", "CompletedWithViolations",
            ],
            drift);
        Assert.Equal("-3", read.Single(row => row[9] == "feature_minimum")[10]);
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void FeatureOfAnyName_IsNoFormulaAndReadsBack(string name)
    {
        List<string[]> read = CsvText.Parse(Write(HistoryRows.Of(SampleReport.Of(drifted: name), "e")));

        string cell = read.Single(row => row[9] == "feature_baseline_drift")[7];
        Assert.All(read, row => Assert.Equal(HistoryColumns.All.Count, row.Length));
        Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell);
        Assert.Equal(name, cell.StartsWith('\'') ? cell[1..] : cell);
    }

    [Fact]
    public void Lines_EndAsTheStandardHasIt() => Assert.EndsWith("CompletedWithViolations\r\n", Write(HistoryRows.Of(SampleReport.Of(), "e")), StringComparison.Ordinal);

    private static string Write(IReadOnlyList<HistoryRow> rows)
    {
        using StringWriter output = new();
        HistoryCsv csv = new(output);
        csv.WriteHeader();
        foreach (HistoryRow row in rows)
        {
            csv.Write(row);
        }

        return output.ToString();
    }
}
