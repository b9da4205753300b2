using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Rules;

namespace ModelMonitor.Reports.Pages.DataQuality;

/// <summary>Writes what became of the monitor's own rules and scripts, and some of the rows that fail them.</summary>
internal static class RuleTable
{
    /// <summary>Writes it; nothing where the monitor has none.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<RuleFinding>? rules)
    {
        if (rules is not { Count: > 0 })
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "rules"));
        html.Open("h2").Text("Rules ").Element("span", Figures.Count(rules.Count), ("class", "count")).Close();
        TableFrame.Begin(html, null, "Rules", null, "rule", "state", "severity", "looks at", "#rows that hold", "#that fail", "#that cannot be told", "what it says");
        foreach (RuleFinding rule in rules)
        {
            WriteRow(html, rule);
        }

        TableFrame.End(html);
        WriteSamples(html, rules);
        html.Close();
    }

    private static void WriteRow(HtmlWriter html, RuleFinding rule)
    {
        html.Open("tr").Open("th", ("scope", "row")).Name(rule.Name).Close();
        (string state, string kind) = rule switch
        {
            { Error: not null } => ("failed to run", "bad"),
            { Violated: true } => ("violated", "bad"),
            _ => ("holds", "good"),
        };
        html.Open("td").Element("span", state, ("class", "state " + kind)).Close();
        html.Element("td", SafeText.Shorten(rule.Severity));
        html.Element("td", rule.Over ?? "the script");
        WriteCount(html, rule.Passed);
        WriteCount(html, rule.Failed);
        WriteCount(html, rule.Errors);
        html.Open("td").Element("bdi", SafeText.Whole(rule.Error ?? rule.Message ?? "")).Close();
        html.Close();
    }

    private static void WriteCount(HtmlWriter html, long? count)
    {
        if (count is { } rows)
        {
            TableFrame.Number(html, Figures.Count(rows), rows);
        }
        else
        {
            html.Element("td", "–", ("class", "quiet"));
        }
    }

    private static void WriteSamples(HtmlWriter html, IReadOnlyList<RuleFinding> rules)
    {
        if (!rules.Any(rule => rule.Samples is { Count: > 0 }))
        {
            return;
        }

        html.Element("h3", "Some rows that fail");
        TableFrame.Begin(html, null, "Some rows that fail", null, "rule", "file", "#line", "row");
        foreach (RuleFinding rule in rules)
        {
            foreach (RuleSample sample in rule.Samples ?? [])
            {
                html.Open("tr").Open("th", ("scope", "row")).Name(rule.Name).Close();
                html.Open("td").Element("bdi", SafeText.Whole(sample.File), ("class", "key")).Close();
                TableFrame.Number(html, Figures.Count(sample.Line), sample.Line);
                html.Open("td").Element("bdi", SafeText.Whole(sample.Row), ("class", "key")).Close();
                html.Close();
            }
        }

        TableFrame.End(html);
    }
}
