using ModelMonitor.Cli.Runs;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Demonstration;

/// <summary>That a feature drifts, since when, and what of it is other than it was.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Since">The start of the first hour in which it drifted.</param>
/// <param name="Distances">Its distance from the baseline, hour by hour.</param>
/// <param name="Threshold">The distance above which it drifts.</param>
/// <param name="What">What is compared: <c>mean</c>, or <c>share of</c> the category that has grown most.</param>
/// <param name="Before">That in the baseline.</param>
/// <param name="After">That in the last hour.</param>
internal sealed record DriftEvidence(
    string Feature, DateTimeOffset Since, IReadOnlyList<double> Distances, double Threshold, string What, string Before, string After)
{
    /// <summary>Finds the features that drift in any hour.</summary>
    /// <param name="hours">The runs.</param>
    /// <param name="before">The statistics of the baseline.</param>
    /// <param name="after">The statistics of the last hour.</param>
    public static IReadOnlyList<DriftEvidence> Find(
        IReadOnlyList<RunResult> hours, StatisticsDocument before, StatisticsDocument after)
    {
        List<DriftEvidence> found = [];
        foreach (FeatureStatistics feature in before.Features)
        {
            FeatureFinding?[] findings =
                [.. hours.Select(hour => hour.Record.Features.FirstOrDefault(finding => finding.Name == feature.Name))];
            int first = Array.FindIndex(findings, finding => finding is { Drifted: true });
            FeatureStatistics? now = after.Features.FirstOrDefault(other => other.Name == feature.Name);
            if (first >= 0 && now is not null && hours[first].Record.Window is { } window)
            {
                (string what, string was, string isNow) = Compare(feature, now);
                found.Add(new DriftEvidence(
                    feature.Name,
                    window.Start,
                    [.. findings.Select(finding => finding is not null && DriftRatio.Of(finding) > 0.0 ? finding.Distance ?? 0.0 : 0.0)],
                    findings[first]!.Threshold ?? 0.0,
                    what,
                    was,
                    isNow));
            }
        }

        return found;
    }

    private static (string What, string Before, string After) Compare(FeatureStatistics before, FeatureStatistics now)
    {
        if (before.Numerical is { } was && now.Numerical is { } isNow)
        {
            return ("mean", Figures.Number(was.Mean), Figures.Number(isNow.Mean));
        }

        string category = CategoriesOf(before).Concat(CategoriesOf(now))
            .MaxBy(name => ShareOf(now, name) - ShareOf(before, name)) ?? "";
        return ($"share of {category}", Figures.Share(ShareOf(before, category)), Figures.Share(ShareOf(now, category)));
    }

    private static IEnumerable<string> CategoriesOf(FeatureStatistics feature) =>
        feature.String?.Categories?.Select(category => category.Value) ?? [];

    private static double ShareOf(FeatureStatistics feature, string category) =>
        feature.String is { Present: > 0, Categories: { } categories } text
            ? (double)(categories.FirstOrDefault(other => other.Value == category)?.Count ?? 0) / text.Present
            : 0.0;
}
