using System.Globalization;
using DuckDB.NET.Data;
using ModelMonitor.Contracts.History;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Tests.Constructs;

/// <summary>What the saved queries find, asked in DuckDB, whose dialect is theirs but for the name of one function.</summary>
public sealed class HistoryQueriesTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public HistoryQueriesTests()
    {
        _connection.Open();
        Execute("CREATE MACRO date_format(day, form) AS strftime(day, form)");
        string columns = string.Join(", ", HistoryColumns.All.Select(column => $"\"{column.Name}\" {TypeOf(column.Type)}"));
        Execute($"CREATE TABLE {HistoryQueries.Table} ({columns})");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void WorstDrift_Features_StandInTheOrderOfTheirWorstWindowOfTheLastDays()
    {
        Insert(daysAgo: 1, "churn", "age", HistoryMetrics.Drift, 0.2, 0.1, isViolated: true);
        Insert(daysAgo: 2, "churn", "age", HistoryMetrics.Drift, 0.5, 0.3, isViolated: true);
        Insert(daysAgo: 1, "churn", "plan", HistoryMetrics.Drift, 0.7, 0.1, isViolated: true);
        Insert(daysAgo: 30, "churn", "plan", HistoryMetrics.Drift, 0.9, 0.1, isViolated: true);
        Insert(daysAgo: 1, "churn", "plan", HistoryMetrics.NonNull, 1.0, null, isViolated: false);

        List<object?[]> rows = Run("WorstDrift");

        Assert.Equal([("plan", 0.7, 0.1), ("age", 0.5, 0.3)], rows.Select(row => ((string)row[1]!, (double)row[2]!, (double)row[3]!)));
        Assert.Equal([1, 2], rows.Select(row => Number(row[5])));
    }

    [Fact]
    public void ViolationsPerDay_RunsOfADay_AreSummedAndThoseOfFeaturesLeftOut()
    {
        Insert(daysAgo: 1, "churn", null, MetricNames.Violations, 2, null, isViolated: true);
        Insert(daysAgo: 1, "churn", null, MetricNames.Violations, 0, null, isViolated: false);
        Insert(daysAgo: 1, "churn", "age", HistoryMetrics.Violations, 5, null, isViolated: true);
        Insert(daysAgo: 2, "fraud", null, MetricNames.Violations, 1, null, isViolated: true);

        List<object?[]> rows = Run("ViolationsPerDay");

        Assert.Equal(
            [("churn", 2.0, 1, 2), ("fraud", 1.0, 1, 1)],
            rows.Select(row => ((string)row[1]!, (double)row[2]!, Number(row[3]), Number(row[4]))));
    }

    [Fact]
    public void FeatureOverTime_OfAFeature_HasItsMetricsInTheOrderOfTime()
    {
        Insert(daysAgo: 1, "churn", "age", HistoryMetrics.Drift, 0.2, 0.1, isViolated: true);
        Insert(daysAgo: 3, "churn", "age", HistoryMetrics.Drift, 0.05, 0.1, isViolated: false);
        Insert(daysAgo: 1, "churn", "plan", HistoryMetrics.Drift, 0.7, 0.1, isViolated: true);
        Insert(daysAgo: 1, "fraud", "age", HistoryMetrics.Drift, 0.8, 0.1, isViolated: true);

        List<object?[]> rows = Run("FeatureOverTime", "churn", "age");

        Assert.Equal([0.05, 0.2], rows.Select(row => (double)row[2]!));
    }

    /// <summary>A count, whatever the size of the whole number in which it comes.</summary>
    private static int Number(object? value) => int.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    private static string TypeOf(HistoryType type) => type switch
    {
        HistoryType.Text => "VARCHAR",
        HistoryType.Number => "DOUBLE",
        HistoryType.Flag => "BOOLEAN",
        _ => "TIMESTAMP",
    };

    private void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Insert(int daysAgo, string monitor, string? feature, string metric, double value, double? threshold, bool isViolated) =>
        Execute(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO {HistoryQueries.Table} ({HistoryColumns.Monitor}, "{HistoryColumns.Date}", {HistoryColumns.WindowStart}, {HistoryColumns.Feature}, {HistoryColumns.Metric}, {HistoryColumns.Value}, {HistoryColumns.Threshold}, {HistoryColumns.Violated})
            VALUES ('{monitor}', strftime(current_date - interval '{daysAgo}' day, '%Y-%m-%d'), current_date - interval '{daysAgo}' day,
                    {(feature is null ? "NULL" : $"'{feature}'")}, '{metric}', {value}, {(threshold is { } known ? known.ToString(CultureInfo.InvariantCulture) : "NULL")}, {isViolated})
            """));

    private List<object?[]> Run(string id, params string[] parameters)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = HistoryQueries.All.Single(query => query.Id == id).Sql;
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter));
        }

        using DuckDBDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }
}
