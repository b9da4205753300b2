using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>A column of a training set of twenty hours' rows, with what the other systems learn from it.</summary>
internal sealed class SimulatedBaseline
{
    public const int Hours = 20;

    private static readonly DriftMethod Distance = DriftMethods.Find("js_distance_base2_10")!;

    private SimulatedBaseline(DriftSample sample, double chunkThreshold)
    {
        Sample = sample;
        ChunkThreshold = chunkThreshold;
    }

    public DriftSample Sample { get; }

    /// <summary>NannyML's: the mean of the chunks' distances from the whole, and three standard deviations.</summary>
    public double ChunkThreshold { get; }

    public static SimulatedBaseline Of(SimulatedFeature feature, Random random, int rows)
    {
        SimulatedWindow whole = new();
        List<DriftSample> chunks = [];
        for (int hour = 0; hour < Hours; hour++)
        {
            SimulatedWindow chunk = feature.Draw(random, rows);
            chunks.Add(chunk.ToSample());
            whole.MergeFrom(chunk);
        }

        DriftSample sample = whole.ToSample();
        double[] distances = [.. chunks.Select(chunk => Distance.Measure(chunk, sample).Statistic)];
        double mean = distances.Average();
        double deviation = Math.Sqrt(distances.Average(distance => (distance - mean) * (distance - mean)));
        return new SimulatedBaseline(sample, mean + 3.0 * deviation);
    }
}
