using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Quality;

namespace ModelMonitor.Benchmarks.Quality;

/// <summary>What measuring a model's quality costs: rows of text into a state, by problem, and the document from the state.</summary>
internal static class QualityMeasurement
{
    private const int Rounds = 5;
    private const int Rows = 1_000_000;
    private const string Prediction = "prediction";
    private const string Label = "label";

    public static int Run(TextWriter output)
    {
        output.WriteLine("rows a second on one thread and milliseconds for the document, medians of five rounds of a million rows");
        Write(output, "regression", ProblemType.Regression, i => Fraction(i), i => Fraction(i * 31));
        Write(output, "two classes, 1,000 probabilities", ProblemType.BinaryClassification, i => $"{i * 7_919L % 1_000 / 1_000.0}", i => i % 3 == 0 ? "1" : "0");
        Write(output, "two classes, a million probabilities", ProblemType.BinaryClassification, Fraction, i => i % 3 == 0 ? "1" : "0");
        Write(output, "ten classes", ProblemType.MulticlassClassification, i => $"class {i % 10}", i => $"class {i * 7 % 10}");
        return 0;
    }

    private static void Write(TextWriter output, string name, ProblemType problem, Func<int, string> prediction, Func<int, string> label)
    {
        bool isBinary = problem == ProblemType.BinaryClassification;
        QualityOptions options = new()
        {
            Problem = problem,
            GroundTruthAttribute = Label,
            InferenceAttribute = isBinary ? null : Prediction,
            ProbabilityAttribute = isBinary ? Prediction : null,
        };
        RowBatch[] batches = Batches(prediction, label);
        List<(double Rate, double Milliseconds)> rounds = [];
        for (int round = 0; round <= Rounds; round++)
        {
            QualityState state = new(new ColumnSet(Prediction, Label));
            IRowSink sink = new QualityProfiler(options).GetSink(state);
            long start = Stopwatch.GetTimestamp();
            foreach (RowBatch batch in batches)
            {
                sink.Add(batch);
            }

            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (state.Unusable.Total > 0)
            {
                throw new InvalidOperationException($"{state.Unusable.Total} rows were left out; the figures would be of no use.");
            }

            start = Stopwatch.GetTimestamp();
            QualityStatisticsBuilder.Build(state, options).ToUtf8();
            rounds.Add((Rows / seconds, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }

        rounds.RemoveAt(0);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(rounds.Select(round => round.Rate)),12:n0} {Median(rounds.Select(round => round.Milliseconds)),8:n1} ms  {name}"));
    }

    private static RowBatch[] Batches(Func<int, string> prediction, Func<int, string> label)
    {
        List<RowBatch> batches = [];
        RowBatch batch = new();
        for (int i = 0; i < Rows; i++)
        {
            batch.BeginRow();
            Set(batch, 0, prediction(i));
            Set(batch, 1, label(i));
            batch.EndRow();
            if (batch.IsFull || i == Rows - 1)
            {
                batches.Add(batch);
                batch = new RowBatch();
            }
        }

        return [.. batches];
    }

    private static void Set(RowBatch batch, int column, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        batch.SetCell(column, batch.Append(utf8), utf8.Length);
    }

    private static string Fraction(int i) => (i * 7_919_017L % 1_000_003 / 1_000_003.0).ToString("R", CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ElementAt(Rounds / 2);
}
