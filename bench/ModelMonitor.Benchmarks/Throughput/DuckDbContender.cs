using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using ModelMonitor.Demo;

namespace ModelMonitor.Benchmarks.Throughput;

/// <summary>
/// DuckDB: the same file by <c>read_json</c>, the payloads by <c>string_split</c>, and of each column what it
/// has for our states: average, standard deviation, extremes, nine quantiles and the number of distinct values.
/// </summary>
internal static class DuckDbContender
{
    private static readonly string[] TextColumns = ["plan", "region", "product", "session"];

    public static async Task<double> MeasureAsync(string file, int rows, int threads)
    {
        string query = Query(file);
        long start = Stopwatch.GetTimestamp();
        DuckDBConnection connection = new("DataSource=:memory:");
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync().ConfigureAwait(false);
            await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}")).ConfigureAwait(false);
            object? counted = await ExecuteAsync(connection, query).ConfigureAwait(false);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return Convert.ToInt64(counted, CultureInfo.InvariantCulture) == rows
                ? seconds
                : throw new InvalidOperationException($"DuckDB counted {counted} of {rows} rows.");
        }
    }

    private static async Task<object?> ExecuteAsync(DuckDBConnection connection, string sql)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            return await command.ExecuteScalarAsync().ConfigureAwait(false);
        }
    }

    private static string Query(string file)
    {
        StringBuilder sql = new("SELECT count(*)");
        for (int i = 0; i < SyntheticTraffic.ColumnNames.Count; i++)
        {
            string cell = string.Create(CultureInfo.InvariantCulture, $"c[{i + 1}]");
            sql.Append(CultureInfo.InvariantCulture, $",\n  approx_count_distinct({cell}), count(nullif({cell}, ''))");
            if (!TextColumns.Contains(SyntheticTraffic.ColumnNames[i], StringComparer.Ordinal))
            {
                string number = $"try_cast({cell} AS DOUBLE)";
                sql.Append(CultureInfo.InvariantCulture, $", avg({number}), stddev_pop({number}), min({number}), max({number})");
                sql.Append(CultureInfo.InvariantCulture, $", approx_quantile({number}, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])");
            }
        }

        sql.Append("\nFROM (SELECT string_split(captureData.endpointOutput.data || ',' || captureData.endpointInput.data, ',') AS c");
        sql.Append("\n  FROM read_json('").Append(file.Replace("'", "''", StringComparison.Ordinal)).Append("', format = 'newline_delimited',");
        sql.Append("\n    columns = {captureData: 'STRUCT(endpointInput STRUCT(\"data\" VARCHAR), endpointOutput STRUCT(\"data\" VARCHAR))'}))");
        return sql.ToString();
    }
}
