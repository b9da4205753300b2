using System.Text.Json;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes a figure: what it shows in words, its data, which a script draws, and the same as a table.</summary>
internal static class Chart
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its id.</param>
    /// <param name="kind">How it is drawn: one of the makers in <c>charts.js</c>, such as <c>distribution</c> or <c>curve</c>.</param>
    /// <param name="name">Its accessible name, which says what is to be seen.</param>
    /// <param name="caption">Writes its caption.</param>
    /// <param name="data">Writes its data, a JSON object; null when they are in another element of the page.</param>
    /// <param name="source">The id of that element; null for none.</param>
    /// <param name="table">Writes the table behind it.</param>
    public static void Write(
        HtmlWriter html,
        string id,
        string kind,
        string name,
        Action<HtmlWriter> caption,
        Action<Utf8JsonWriter>? data,
        string? source,
        Action<HtmlWriter> table)
    {
        html.Open("figure", ("class", "chart"), ("id", id), ("data-chart", kind), ("data-source", source ?? $"{id}-data"));
        html.Open("figcaption");
        caption(html);
        html.Close();
        html.Open("div", ("class", "plot"), ("role", "img"), ("aria-label", name)).Close();
        if (data is not null)
        {
            html.Data($"{id}-data", data);
        }

        html.Open("details", ("class", "behind")).Element("summary", "The same as a table");
        table(html);
        html.Close().Close();
    }
}
