using System.Globalization;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Draws a value on its confidence interval as a small bar in a line of a table, with ticks where its limits are.</summary>
internal static class IntervalBar
{
    private const double Width = 120.0;
    private const double Height = 14.0;
    private const double Margin = 0.08;

    /// <summary>Draws it on a scale of its own, which holds all of its finite numbers.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">What it shows, in words.</param>
    /// <param name="value">The value.</param>
    /// <param name="low">The lower end of the interval; null for none.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="limits">Where the limits are; those that are null or infinite have no tick.</param>
    public static void Write(HtmlWriter html, string name, double value, double? low, double? high, params IReadOnlyList<double?> limits)
    {
        double[] shown = [.. new[] { value, low, high }.Concat(limits).OfType<double>().Where(double.IsFinite)];
        if (shown.Length == 0)
        {
            html.Text("–");
            return;
        }

        double least = shown.Min();
        double span = shown.Max() / 2.0 - least / 2.0; // Half of it, for the whole may be more than a double holds.
        html.Open(
            "svg", ("class", "interval"), ("role", "img"), ("aria-label", name), ("width", Text(Width)), ("height", Text(Height)), ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"));
        Rectangle(html, "track", 0.0, Width, 6.5, 1.0);
        if (low is { } from && high is { } to)
        {
            double start = At(from);
            Rectangle(html, "range", start, Math.Max(2.0, At(to) - start), 4.0, 6.0);
        }

        foreach (double limit in limits.OfType<double>().Where(double.IsFinite).Distinct())
        {
            Rectangle(html, "limit", At(limit) - 1.0, 2.0, 0.0, Height);
        }

        Rectangle(html, "value", At(value) - 2.0, 4.0, 2.0, 10.0);
        html.Close();

        double At(double number) => number switch
        {
            double.PositiveInfinity => Width - 2.0,
            double.NegativeInfinity => 2.0,
            _ when span == 0.0 => Width / 2.0,
            _ => Width * (Margin + (1.0 - 2.0 * Margin) * ((number / 2.0 - least / 2.0) / span)),
        };
    }

    private static void Rectangle(HtmlWriter html, string kind, double x, double width, double y, double height) => html.Open(
        "rect", ("class", kind), ("x", Text(x)), ("y", Text(y)), ("width", Text(width)), ("height", Text(height))).Close();

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
