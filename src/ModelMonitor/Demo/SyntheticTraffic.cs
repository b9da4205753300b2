namespace ModelMonitor.Demo;

/// <summary>Makes captured traffic of any length for measurements: a prediction and twenty features of every kind, one row in each event.</summary>
/// <remarks>
/// Numbers with one to four decimals, skewed ones, whole ones small, large and negative, doubles of full
/// precision, texts of few, some and very many values, and cells that are missing now and then.
/// </remarks>
public static class SyntheticTraffic
{
    private const int FlushLength = 1 << 20;
    private const int EventsPerSecond = 50;

    /// <summary>The names of the columns: the prediction, then the features.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } =
    [
        "prediction",
        "normal_1", "normal_2", "normal_3", "normal_4", "skewed_2", "skewed_3", "price_2",
        "digit", "percent", "thousands", "billions", "balance", "flag",
        "uniform", "normal", "tiny",
        "plan", "region", "product", "session",
    ];

    /// <summary>Writes capture lines.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="rows">How many lines.</param>
    /// <param name="seed">What all randomness is derived from.</param>
    /// <param name="start">When the first event happened; fifty follow in each second.</param>
    public static void WriteCaptureLines(Stream stream, int rows, ulong seed, DateTimeOffset start)
    {
        SeededRandom random = new(seed);
        Utf8Text file = new();
        Utf8Text input = new();
        Utf8Text output = new();
        for (int row = 0; row < rows; row++)
        {
            input.Clear();
            output.Clear();
            WriteFeatures(input, ref random);
            output.AppendFixed(random.NextInt(1_000_000), decimals: 6);
            CaptureLine.Append(file, input.Written.Span, output.Written.Span, random.NextUuid(), row, start.AddSeconds(row / EventsPerSecond));
            if (file.Length >= FlushLength)
            {
                stream.Write(file.Written.Span);
                file.Clear();
            }
        }

        stream.Write(file.Written.Span);
    }

    private static void WriteFeatures(Utf8Text text, ref SeededRandom random)
    {
        AppendNormal(text, ref random, mean: 1_800, deviation: 540, decimals: 1);
        AppendNormal(text, ref random, mean: 5_000, deviation: 2_500, decimals: 2);
        AppendNormal(text, ref random, mean: 0, deviation: 40_000, decimals: 3);
        AppendNormal(text, ref random, mean: 10_000_000, deviation: 300_000, decimals: 4);
        AppendSkewed(text, ref random, largest: 1_000_000, decimals: 2);
        AppendSkewed(text, ref random, largest: 50_000_000, decimals: 3);
        if (!random.NextBool(0.05))
        {
            text.AppendFixed(99 + 100L * random.NextInt(200), decimals: 2);
        }

        text.Append(',');
        AppendWhole(text, random.NextInt(10));
        AppendWhole(text, random.NextInt(101));
        AppendWhole(text, random.NextInt(100_000));
        AppendWhole(text, random.NextInt(2_000_000_000));
        AppendWhole(text, (long)(20_000.0 * random.NextNormal()));
        AppendWhole(text, random.NextInt(2));
        AppendDouble(text, random.NextDouble());
        AppendDouble(text, 100.0 * random.NextNormal());
        AppendDouble(text, 1e-3 * random.NextDouble() * random.NextDouble());
        AppendCategory(text, "plan_"u8, random.NextInt(4));
        AppendCategory(text, "r"u8, random.NextInt(50));
        if (!random.NextBool(0.2))
        {
            text.Append("sku-"u8);
            text.Append(random.NextInt(5_000));
        }

        text.Append(",s"u8);
        text.Append(random.NextInt(1_000_000_000));
    }

    private static void AppendNormal(Utf8Text text, ref SeededRandom random, double mean, double deviation, int decimals)
    {
        text.AppendFixed((long)(mean + deviation * random.NextNormal()), decimals);
        text.Append(',');
    }

    private static void AppendSkewed(Utf8Text text, ref SeededRandom random, double largest, int decimals)
    {
        double even = random.NextDouble();
        text.AppendFixed((long)(largest * even * even * even * even), decimals);
        text.Append(',');
    }

    private static void AppendWhole(Utf8Text text, long value)
    {
        text.Append(value);
        text.Append(',');
    }

    private static void AppendDouble(Utf8Text text, double value)
    {
        text.Append(value);
        text.Append(',');
    }

    private static void AppendCategory(Utf8Text text, ReadOnlySpan<byte> name, int number)
    {
        text.Append(name);
        text.Append(number);
        text.Append(',');
    }
}
