using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelMonitor.Bias;
using ModelMonitor.Profiling;

namespace ModelMonitor.Benchmarks.Bias;

/// <summary>What bias costs on one thread: counting a million rows by four facets, with and without the sample of the flip test, and judging them.</summary>
internal static class BiasMeasurement
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;
    private const string Columns = "label,score,sex,age,place,education,x1,x2,x3,x4,x5,x6,x7,x8";

    private static readonly BiasOptions Options = new()
    {
        Label = "label",
        LabelValues = ["1"],
        Facets =
        [
            new FacetOptions("sex", ["f"]), new FacetOptions("age", ["40"]),
            new FacetOptions("place", []), new FacetOptions("education", ["3", "4"]),
        ],
        GroupVariable = "place",
        Probability = "score",
        Features = ["age", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"],
    };

    public static int Run(TextWriter output)
    {
        List<RowBatch> batches = [.. Enumerable.Range(0, Rows / RowBatch.Capacity).Select(Batch)];
        output.WriteLine("seconds on one thread for a million rows of 14 columns, four facets and a group variable; the median of five rounds");
        Write(output, batches, Options, "all 21 metrics");
        Write(output, batches, Options with { PostTrainingMetrics = ["DI", "DPPL", "CDDPL"] }, "without the flip test");
        return 0;
    }

    private static void Write(TextWriter output, List<RowBatch> batches, BiasOptions options, string what)
    {
        AnalysisDocument baseline = BiasBaselineBuilder.Build(Count(batches, options), options);
        double[] counting = [.. Enumerable.Range(0, Rounds).Select(_ => Seconds(() => Count(batches, options))).Order()];
        BiasState state = Count(batches, options);
        double[] judging = [.. Enumerable.Range(0, Rounds).Select(_ => Seconds(() => new BiasKind(options, baseline).Evaluate(state))).Order()];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{counting[Rounds / 2],8:0.000}  counting, {judging[Rounds / 2]:0.000} judging: {what}"));
    }

    private static BiasState Count(List<RowBatch> batches, BiasOptions options)
    {
        BiasProfiler profiler = new(options);
        BiasState state = profiler.CreateState(new ColumnSet(Columns.Split(',')));
        IRowSink sink = profiler.GetSink(state);
        foreach (RowBatch batch in batches)
        {
            sink.Add(batch);
        }

        return state;
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static RowBatch Batch(int number)
    {
        RowBatch batch = new();
        for (int row = 0; row < RowBatch.Capacity; row++)
        {
            uint mixed = (uint)(number * RowBatch.Capacity + row) * 2_654_435_761u;
            mixed ^= mixed >> 15;
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"{(mixed % 3 == 0 ? 1 : 0)},{mixed % 1_000 / 1_000.0:0.000},{(mixed % 5 < 2 ? 'f' : 'm')},{18 + mixed % 60},p{mixed % 20},{mixed % 6},"
                + $"{mixed % 99_991},{mixed % 7_919 / 7.0:0.0000},{mixed % 31},{mixed % 2},{mixed % 4_001 / 100.0:0.00},{mixed % 100_003},{mixed % 13},{mixed % 503}");
            batch.BeginRow();
            int column = 0;
            foreach (string field in text.Split(','))
            {
                byte[] cell = Encoding.UTF8.GetBytes(field);
                batch.SetCell(column++, batch.Append(cell), cell.Length);
            }

            batch.EndRow();
        }

        return batch;
    }
}
