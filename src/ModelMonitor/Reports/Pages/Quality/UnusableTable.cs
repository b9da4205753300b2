using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes how many rows said nothing about the model's quality, why, and some of the texts at fault.</summary>
internal static class UnusableTable
{
    private const int MostSamples = 5;

    /// <summary>Writes it; nothing where every row could be used.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<UnusableCount> unusable)
    {
        if (unusable.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "unusable"));
        html.Open("h2").Text("Rows that could not be used ").Element("span", Figures.Count(unusable.Sum(one => one.Count)), ("class", "count")).Close();
        TableFrame.Begin(html, null, "Rows that could not be used", null, "why", "#rows", "such as");
        foreach (UnusableCount one in unusable)
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(MetricFigure.Reason(one.Reason)).Close();
            TableFrame.Number(html, Figures.Count(one.Count));
            html.Open("td");
            for (int i = 0; i < Math.Min(one.Samples.Count, MostSamples); i++)
            {
                html.Text(i == 0 ? "" : ", ").Name(one.Samples[i]);
            }

            html.Close().Close();
        }

        TableFrame.End(html);
        html.Close();
    }
}
