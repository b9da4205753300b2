using System.Text.Json;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes the confusion matrix as a heat map of the shares of each class's rows.</summary>
internal static class ConfusionFigure
{
    private const string Overflow = "too_many_classes";

    /// <summary>Writes it; nothing for a regression.</summary>
    public static void Write(HtmlWriter html, QualityStatisticsDocument current)
    {
        if (current.Confusion is not { Total: > 0 } matrix)
        {
            return;
        }

        ConfusionView view = ConfusionView.Of(matrix);
        long hits = Enumerable.Range(0, matrix.Classes.Count).Sum(i => matrix[i, i]);
        string right = $"{Figures.Count(hits)} of {Figures.Count(matrix.Total, "row")} were predicted right";
        string joined = view.Joined == 0 ? "" : $" The {ConfusionView.MostClasses} classes with most rows; the other {Figures.Count(view.Joined)} are joined.";
        html.Open("section", ("class", "card"), ("id", "confusions"));
        html.Element("h2", "What was taken for what");
        Chart.Write(
            html,
            "confusion",
            "confusion",
            $"Confusion matrix of {Figures.Count(matrix.Classes.Count, "class", "classes")}: {right}.",
            caption => caption.Text($"In a row the rows of a class, in a column what was predicted, in percent of the row. {right}.{joined}"),
            data => WriteData(data, view),
            source: null,
            table => WriteTable(table, view));
        if (current.Unusable.FirstOrDefault(one => one.Reason == Overflow) is { } overflow)
        {
            html.Element(
                "p",
                $"{Figures.Count(overflow.Count, "row")} of classes beyond the number that is told apart {(overflow.Count == 1 ? "is" : "are")} not in it.",
                ("id", "class-overflow"), ("class", "quiet"));
        }

        html.Close();
    }

    private static void WriteData(Utf8JsonWriter data, ConfusionView view)
    {
        data.WriteStartObject();
        data.WriteStartArray("classes");
        foreach (string name in view.Classes)
        {
            data.WriteStringValue(name.Length == 0 ? "(empty)" : SafeText.Shorten(name));
        }

        data.WriteEndArray();
        data.WriteStartArray("counts");
        foreach (long[] row in view.Counts)
        {
            data.WriteStartArray();
            foreach (long count in row)
            {
                data.WriteNumberValue(count);
            }

            data.WriteEndArray();
        }

        data.WriteEndArray();
        data.WriteEndObject();
    }

    private static void WriteTable(HtmlWriter html, ConfusionView view)
    {
        TableFrame.Begin(html, null, "Confusion matrix", null, ["actual", .. view.Classes.Select(name => "#" + (name.Length == 0 ? "(empty)" : SafeText.Shorten(name)))]);
        for (int actual = 0; actual < view.Classes.Count; actual++)
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(view.Classes[actual]).Close();
            for (int predicted = 0; predicted < view.Classes.Count; predicted++)
            {
                string share = view.Share(actual, predicted) is { } part ? $" ({Figures.Share(part)})" : "";
                TableFrame.Number(html, Figures.Count(view.Counts[actual][predicted]) + share);
            }

            html.Close();
        }

        TableFrame.End(html);
    }
}
