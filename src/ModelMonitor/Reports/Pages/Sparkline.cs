using System.Globalization;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>Draws violations over time as small bars in a line of a table.</summary>
internal static class Sparkline
{
    private const int BarWidth = 4;
    private const int Height = 22;

    /// <summary>Draws it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="violations">The violations of windows, oldest first; -1 for no data, -2 for failed.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<int> violations)
    {
        int most = Math.Max(1, violations.Max());
        int bad = violations.Count(count => count > 0);
        html.Open(
            "svg",
            ("class", "sparkline"),
            ("role", "img"),
            ("aria-label", $"Violations in {bad} of the last {Figures.Count(violations.Count, "window")}, at most {Figures.Count(Math.Max(0, violations.Max()))} in one"),
            ("width", Text(violations.Count * BarWidth)),
            ("height", Text(Height)),
            ("viewBox", $"0 0 {Text(violations.Count * BarWidth)} {Text(Height)}"));
        for (int i = 0; i < violations.Count; i++)
        {
            int height = violations[i] switch
            {
                > 0 => 4 + (int)Math.Round((Height - 4.0) * violations[i] / most),
                -2 => Height,
                _ => 2,
            };
            html.Open(
                "rect",
                ("class", violations[i] switch { > 0 => "bad", 0 => "good", -1 => "none", _ => "failed" }),
                ("x", Text(i * BarWidth)),
                ("y", Text(Height - height)),
                ("width", Text(BarWidth - 1)),
                ("height", Text(height))).Close();
        }

        html.Close();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
