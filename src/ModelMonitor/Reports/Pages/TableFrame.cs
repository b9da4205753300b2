using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Begins and ends tables alike: in a frame that scrolls by itself, so that no page is wider than its screen.</summary>
internal static class TableFrame
{
    /// <summary>Begins a table; its rows follow.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its id; null for none.</param>
    /// <param name="name">Its name for who cannot see it.</param>
    /// <param name="filter">What its filter asks for; null for a table without sorting and filter.</param>
    /// <param name="columns">The names of its columns; one that begins with # is of numbers.</param>
    public static void Begin(HtmlWriter html, string? id, string name, string? filter, params ReadOnlySpan<string> columns)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name));
        html.Open("table", ("id", id), ("class", filter is null ? null : "sortable"), ("data-filter", filter));
        html.Open("thead").Open("tr");
        foreach (string column in columns)
        {
            bool isNumber = column.StartsWith('#');
            html.Element("th", isNumber ? column[1..] : column, ("scope", "col"), ("class", isNumber ? "number" : null));
        }

        html.Close().Close().Open("tbody");
    }

    /// <summary>Ends it.</summary>
    public static void End(HtmlWriter html) => html.Close().Close().Close();

    /// <summary>Writes a cell of a number.</summary>
    /// <param name="html">The page.</param>
    /// <param name="text">The number for people.</param>
    /// <param name="sort">By what the column sorts; null for the text.</param>
    /// <param name="label">What the number is, for tables whose rows become cards on a phone; null for others.</param>
    public static void Number(HtmlWriter html, string text, double? sort = null, string? label = null) => html.Element(
        "td", text, ("class", "number"), ("data-label", label), ("data-sort", sort?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
