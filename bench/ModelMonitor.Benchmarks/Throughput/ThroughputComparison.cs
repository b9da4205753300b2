using System.Globalization;
using ModelMonitor.Demo;

namespace ModelMonitor.Benchmarks.Throughput;

/// <summary>
/// Profiles one file of captured traffic with this engine and with DuckDB, by turns in one process, so that a
/// machine that is slow for a while is slow for both; the medians make the ratios.
/// </summary>
internal static class ThroughputComparison
{
    private const string Usage = "usage: throughput [--rows N] [--rounds N]";

    public static async Task<int> RunAsync(string[] options)
    {
        int rows = 500_000;
        int rounds = 5;
        for (int i = 0; i < options.Length; i += 2)
        {
            if (i + 1 >= options.Length
                || !int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1
                || options[i] is not ("--rows" or "--rounds"))
            {
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
            }

            (rows, rounds) = options[i] == "--rows" ? (number, rounds) : (rows, number);
        }

        string folder = Directory.CreateTempSubdirectory("modelmonitor-throughput-").FullName;
        try
        {
            string file = Path.Combine(folder, "captures.jsonl");
            using (FileStream stream = File.Create(file))
            {
                SyntheticTraffic.WriteCaptureLines(stream, rows, seed: 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            }

            await CompareAsync(file, rows, rounds).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string file, int rows, int rounds)
    {
        double megabytes = new FileInfo(file).Length / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows:n0} captured rows, {megabytes:f0} MB, {rounds} rounds by turns, medians"));
        (string Name, int Threads, Func<int, Task<double>> Measure)[] contenders =
        [
            ("ModelMonitor", 1, threads => EngineContender.MeasureAsync(file, rows, threads)),
            ("DuckDB", 1, threads => DuckDbContender.MeasureAsync(file, rows, threads)),
            ("ModelMonitor", 2, threads => EngineContender.MeasureAsync(file, rows, threads)),
            ("DuckDB", 2, threads => DuckDbContender.MeasureAsync(file, rows, threads)),
        ];
        double[][] seconds = [.. contenders.Select(_ => new double[rounds])];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                double elapsed = await contenders[i].Measure(contenders[i].Threads).ConfigureAwait(false);
                if (round >= 0) // the first round warms up both
                {
                    seconds[i][round] = elapsed;
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"",-14}{"threads",8}{"seconds",10}{"min",8}{"max",8}{"rows/s",12}{"MB/s",8}");
        for (int i = 0; i < contenders.Length; i++)
        {
            double median = Median(seconds[i]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contenders[i].Name,-14}{contenders[i].Threads,8}{median,10:f2}{seconds[i].Min(),8:f2}{seconds[i].Max(),8:f2}{rows / median,12:n0}{megabytes / median,8:f0}"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"two threads over one: {Median(seconds[0]) / Median(seconds[2]):f2}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ratio to duckdb, 1 thread: {Median(seconds[1]) / Median(seconds[0]):f2}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ratio to duckdb, 2 threads: {Median(seconds[3]) / Median(seconds[2]):f2}"));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
