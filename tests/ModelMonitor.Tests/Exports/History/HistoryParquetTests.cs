using System.Globalization;
using DuckDB.NET.Data;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.History;
using ModelMonitor.Exports.History;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Exports.History;

/// <summary>What is written, as DuckDB reads it.</summary>
public sealed class HistoryParquetTests : IDisposable
{
    private static readonly string[] Hours = ["0", "1", "14"];

    private readonly TemporaryFolder _folder = new();

    private string Files => _folder.PathOf("history", "*", "*", "*.parquet");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_HasTheColumnsAndTypesThatAreListed()
    {
        await WriteAsync(HistoryRows.Of(SampleReport.Of(), "e"));

        List<object?[]> columns = Query($"DESCRIBE SELECT * FROM read_parquet('{Files}', hive_partitioning = false)");

        Assert.Equal(
            HistoryColumns.OfFiles.Select(column => (column.Name, TypeOf(column.Type))),
            columns.Select(column => ((string)column[0]!, (string)column[1]!)));
    }

    [Fact]
    public async Task Rows_ReadBack_AreThoseThatWereWritten()
    {
        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(SampleReport.Of(), "e");
        await WriteAsync(rows);

        List<object?[]> read = Query($"SELECT {string.Join(", ", HistoryColumns.All.Select(Selected))} FROM read_parquet('{Files}', hive_partitioning = true)");

        Assert.Equal(rows.Select(Values), read);
    }

    [Fact]
    public async Task Partitions_OfSeveralHours_AreReadFromTheFolders()
    {
        foreach (string hour in Hours)
        {
            await WriteAsync(HistoryRows.Of(SampleReport.Of(hour: int.Parse(hour, CultureInfo.InvariantCulture)), "e"));
        }

        List<object?[]> days = Query(
            $"SELECT monitor, CAST(date AS VARCHAR), count(DISTINCT window_start) FROM read_parquet('{Files}', hive_partitioning = true) GROUP BY ALL ORDER BY ALL");

        Assert.Equal([["churn", "2026-11-22", 2L], ["churn", "2026-11-23", 1L]], days);
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public async Task FeatureOfAnyName_ReadsBackTheSame(string name)
    {
        await WriteAsync(HistoryRows.Of(SampleReport.Of(drifted: name), "e"));

        List<object?[]> read = Query($"SELECT feature FROM read_parquet('{Files}') WHERE metric = 'feature_baseline_drift'");

        Assert.Equal(name, Assert.Single(read)[0]);
    }

    [Fact]
    public async Task EqualRows_GiveEqualBytes() => Assert.Equal(
        await HistoryParquet.WriteAsync(HistoryRows.Of(SampleReport.Of(), "e")),
        await HistoryParquet.WriteAsync(HistoryRows.Of(SampleReport.Of(), "e")));

    private async Task WriteAsync(IReadOnlyList<HistoryRow> rows)
    {
        string path = _folder.PathOf(ObjectKeys.HistoryFile(rows[0].Monitor, rows[0].Kind, rows[0].WindowStart, rows[0].WindowEnd).Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, await HistoryParquet.WriteAsync(rows));
    }

    private static string TypeOf(HistoryType type) => type switch
    {
        HistoryType.Text => "VARCHAR",
        HistoryType.Number => "DOUBLE",
        HistoryType.Flag => "BOOLEAN",
        _ => "TIMESTAMP WITH TIME ZONE",
    };

    private static string Selected(HistoryColumn column) =>
        column.Type == HistoryType.Time ? $"epoch_ms({column.Name})"
        : column.Name == HistoryColumns.Date ? $"CAST({column.Name} AS VARCHAR)"
        : column.Name;

    private static object?[] Values(HistoryRow row) =>
    [
        row.Monitor, row.Date, row.Kind, row.Endpoint, row.Variant, row.WindowStart.ToUnixTimeMilliseconds(), row.WindowEnd.ToUnixTimeMilliseconds(),
        row.Feature, row.Slice, row.Metric, row.Value, row.IntervalLow, row.IntervalHigh, row.Threshold, row.Violated, row.BaselineVersion, row.EngineVersion, row.Outcome,
    ];

    private static List<object?[]> Query(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }
}
