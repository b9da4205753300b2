using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Tests.Drift;

/// <summary>Columns to compare.</summary>
internal static class DriftColumns
{
    /// <summary>A view that keeps every number.</summary>
    public static SortedView Complete(params double[] numbers) => View(numbers, k: 1 << 17);

    /// <summary>A view of a sketch of the usual size, exact up to 2,050 numbers.</summary>
    public static SortedView Sketched(double[] numbers) => View(numbers, KllSketch.DefaultK);

    public static CategoryDistribution Categories(params (string Category, long Count)[] counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Category, count.Count)));

    /// <summary>Categories a, b, c … with these counts.</summary>
    public static CategoryDistribution Lettered(params long[] counts) =>
        new(counts.Select((count, i) => KeyValuePair.Create($"{(char)('a' + i)}", count)));

    /// <summary>Each value as often as its count says.</summary>
    public static double[] Repeated(double[] values, int[] counts) =>
        [.. values.Zip(counts).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second))];

    /// <summary>Numbers in (0, 1) that look random: the fractions of multiples of the golden ratio.</summary>
    public static double[] Golden(int count, int seed) =>
        [.. Enumerable.Range(1, count).Select(i => (i * 0.6180339887498949 + seed * 0.1) % 1.0)];

    /// <summary>Numbers of a logistic distribution.</summary>
    public static double[] Logistic(int count, int seed, double location = 0.0, double scale = 1.0) =>
        [.. Golden(count, seed).Select(u => location + scale * Math.Log(u / (1.0 - u)))];

    /// <summary>Seeded normal numbers, in random order.</summary>
    public static double[] Normal(int count, int seed, double mean = 0.0)
    {
        Random random = new(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = mean + Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());
        }

        return numbers;
    }

    private static SortedView View(double[] numbers, int k)
    {
        KllSketch sketch = new(k);
        sketch.Add(numbers);
        return new SortedView(sketch);
    }
}
