namespace ModelMonitor.Statistics.Calibration;

/// <summary>Sizes of windows for which a null distribution is simulated once: the powers of √2.</summary>
public static class RowCountClass
{
    /// <summary>The largest class not above a size, and how far the size is towards the next, in [0, 1), on a logarithmic scale.</summary>
    /// <param name="size">At least 1.</param>
    public static (int Class, double Share) Of(double size)
    {
        double place = 2.0 * Math.Log2(Math.Max(1.0, size));
        double whole = Math.Floor(place + 1e-9);
        return ((int)whole, Math.Max(0.0, place - whole));
    }

    /// <summary>How many values a window of a class has.</summary>
    public static long SizeOf(int rowCountClass) => Math.Max(1L, (long)Math.Round(Math.Pow(2.0, rowCountClass / 2.0)));
}
