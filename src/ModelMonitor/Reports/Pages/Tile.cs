using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes a figure that matters with its name, in a list of such.</summary>
internal static class Tile
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its name for styles and tests.</param>
    /// <param name="name">What the figure is.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="note">What explains it; null for nothing.</param>
    public static void Write(HtmlWriter html, string id, string name, string figure, string? note = null)
    {
        html.Open("div", ("class", "tile"), ("data-tile", id));
        html.Element("dt", name);
        html.Open("dd").Element("span", figure, ("class", "figure"));
        if (note is not null)
        {
            html.Element("span", note, ("class", "note"));
        }

        html.Close().Close();
    }
}
