namespace ModelMonitor.Benchmarks.Signals;

/// <summary>A column whose rows are drawn: numbers, or categories where there are shares of them.</summary>
internal sealed class SimulatedFeature(string name, Func<Random, double>? number, double[]? shares, double missing)
{
    public string Name => name;

    public bool IsNumeric => number is not null;

    /// <summary>The twenty features of the comparison.</summary>
    public static IReadOnlyList<SimulatedFeature> All { get; } =
    [
        .. Enumerable.Range(1, 6).Select(i => OfNumbers($"normal{i}", Normal, i == 6 ? 0.02 : 0.0)),
        .. Enumerable.Range(1, 4).Select(i => OfNumbers($"skewed{i}", random => Math.Exp(Normal(random)), i == 4 ? 0.02 : 0.0)),
        OfNumbers("waiting1", random => -Math.Log(1.0 - random.NextDouble()), missing: 0.0),
        OfNumbers("waiting2", random => -Math.Log(1.0 - random.NextDouble()), missing: 0.2),
        OfNumbers("count", Poisson, missing: 0.0),
        OfNumbers("stars", random => random.Next(1, 6), missing: 0.02),
        OfNumbers("amount", random => random.NextDouble() < 0.7 ? 0.0 : Math.Round(Math.Exp(Normal(random)) * 100.0), missing: 0.0),
        OfCategories("flag", [0.9, 0.1], missing: 0.0),
        OfCategories("plan", [0.5, 0.3, 0.2], missing: 0.02),
        OfCategories("region", [0.35, 0.25, 0.2, 0.15, 0.05], missing: 0.0),
        OfCategories("device", Zipf(10), missing: 0.0),
        OfCategories("city", Zipf(50), missing: 0.0),
    ];

    public static SimulatedFeature OfNumbers(string name, Func<Random, double> number, double missing) => new(name, number, shares: null, missing);

    public static SimulatedFeature OfCategories(string name, double[] shares, double missing) => new(name, number: null, shares, missing);

    /// <summary>A normal column whose mean is so many standard deviations away.</summary>
    public static SimulatedFeature Shifted(double shift) => OfNumbers("normal", random => Normal(random) + shift, missing: 0.0);

    /// <summary>A column of five categories, of which the first gives so large a share to the third.</summary>
    public static SimulatedFeature Swapped(double share) =>
        OfCategories("region", [0.35 - share, 0.25, 0.2 + share, 0.15, 0.05], missing: 0.0);

    /// <summary>A normal column with a share of missing cells.</summary>
    public static SimulatedFeature WithMissing(double share) => OfNumbers("normal", Normal, share);

    /// <summary>Draws rows into a window; <paramref name="offset"/> moves the numbers of all of them.</summary>
    public SimulatedWindow Draw(Random random, int rows, double offset = 0.0)
    {
        SimulatedWindow window = new();
        Span<double> numbers = stackalloc double[256];
        long[] counts = new long[shares?.Length ?? 0];
        int filled = 0;
        long absent = 0;
        for (int row = 0; row < rows; row++)
        {
            if (missing > 0.0 && random.NextDouble() < missing)
            {
                absent++;
            }
            else if (number is not null)
            {
                numbers[filled++] = number(random) + offset;
                if (filled == numbers.Length)
                {
                    window.Add(numbers);
                    filled = 0;
                }
            }
            else
            {
                double place = random.NextDouble();
                int category = 0;
                while (category < counts.Length - 1 && place >= shares![category])
                {
                    place -= shares[category++];
                }

                counts[category]++;
            }
        }

        window.Add(numbers[..filled]);
        window.Add(counts, rows - absent, absent);
        return window;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());

    private static double Poisson(Random random)
    {
        double limit = Math.Exp(-3.0);
        double product = random.NextDouble();
        int count = 0;
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    private static double[] Zipf(int count)
    {
        double total = Enumerable.Range(1, count).Sum(rank => 1.0 / rank);
        return [.. Enumerable.Range(1, count).Select(rank => 1.0 / rank / total)];
    }
}
