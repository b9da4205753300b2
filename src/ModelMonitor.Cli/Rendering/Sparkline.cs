namespace ModelMonitor.Cli.Rendering;

/// <summary>A row of small columns, one for each number.</summary>
internal static class Sparkline
{
    private const string Columns = "▁▂▃▄▅▆▇█";

    /// <summary>Draws numbers from 0 up to the largest of them, or up to <paramref name="least"/> where that is more.</summary>
    public static string Draw(IReadOnlyList<double> values, double least)
    {
        double top = Math.Max(least, values.DefaultIfEmpty().Max());
        return string.Concat(values.Select(value =>
            Columns[(int)Math.Clamp(Math.Round((Columns.Length - 1) * value / top), 0, Columns.Length - 1)]));
    }
}
