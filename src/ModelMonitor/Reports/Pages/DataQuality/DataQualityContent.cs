using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.DataQuality;

/// <summary>What the page of a run of data quality shows: the features that changed with the evidence, rules, and every feature.</summary>
/// <param name="record">The run's record.</param>
/// <param name="evidence">Its features, that first which weighs most.</param>
internal sealed class DataQualityContent(RunRecord record, IReadOnlyList<FeatureEvidence> evidence) : IKindContent
{
    /// <summary>So many features have their evidence in sight; that of the others is shown on demand.</summary>
    public const int MostCards = 8;

    private readonly FeatureEvidence[] _cards = [.. evidence.Where(IsRemarkable).Take(MostCards)];

    private int Measured => record.Features.Count(feature => feature.Distance is not null);

    /// <inheritdoc />
    public void WriteFinding(HtmlWriter html)
    {
        string rows = Figures.Count(record.Rows, "row");
        if (record.Outcome == RunOutcome.Completed)
        {
            html.Text($"Nothing is amiss: {rows} meet every constraint, and none of {Figures.Count(Measured, "feature")} drifted.");
            return;
        }

        string violations = Figures.Count(record.Violations, "violation");
        FeatureEvidence[] drifted = [.. evidence.Where(feature => feature.Finding is { Drifted: true })];
        if (drifted.Length == 0)
        {
            html.Text($"{violations} in {rows}; no feature drifted.");
            return;
        }

        html.Element("strong", $"{Figures.Count(drifted.Length)} of {Figures.Count(Measured, "feature")} drifted");
        html.Text(drifted.Length == 1 ? ": " : ", above all ").Name(drifted[0].Name);
        html.Text($", {RunVerdict.Times(drifted[0].Ratio)} its threshold. {violations} in {rows}.");
    }

    /// <inheritdoc />
    public void WriteTiles(HtmlWriter html) => Tile.Write(
        html, "drifted", "Features drifted", Figures.Count(record.Features.Count(feature => feature.Drifted)), $"of {Figures.Count(Measured)} compared");

    /// <inheritdoc />
    public void WriteEvidence(HtmlWriter html)
    {
        if (_cards.Length == 0)
        {
            return;
        }

        html.Open("section", ("id", "what-changed"));
        html.Element("h2", "What changed");
        int remarkable = evidence.Count(IsRemarkable);
        html.Element("p", remarkable > _cards.Length
            ? $"The {_cards.Length} features that weigh most, of {Figures.Count(remarkable)} with violations; the others are in the table below."
            : "Most important first.", ("class", "quiet"));
        for (int i = 0; i < _cards.Length; i++)
        {
            EvidenceCard.Write(html, _cards[i], i + 1);
        }

        html.Close();
    }

    /// <inheritdoc />
    public void WriteDetails(HtmlWriter html)
    {
        RuleTable.Write(html, record.Rules);
        FeatureTable.Write(html, evidence, _cards.Length);
    }

    private static bool IsRemarkable(FeatureEvidence evidence) => evidence.Violations.Count > 0 || evidence.Finding is { Drifted: true };
}
