using ModelMonitor.Documents;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Violations of one check that are told in the same words.</summary>
/// <param name="CheckType">The check.</param>
/// <param name="Text">What was found, in few words.</param>
/// <param name="Features">The features, in the order of their violations.</param>
internal sealed record ViolationRow(string CheckType, string Text, IReadOnlyList<string> Features)
{
    /// <summary>The fewest features that share a row: fewer are told as briefly one by one.</summary>
    private const int FewestShared = 3;

    /// <summary>Groups violations; a group stands where its first violation did.</summary>
    public static IEnumerable<ViolationRow> Of(IEnumerable<Violation> violations)
    {
        foreach (var group in violations.GroupBy(
            violation => (violation.CheckType, Text: ViolationText.Shorten(violation.Description)), violation => violation.FeatureName))
        {
            string[] features = [.. group];
            foreach (string[] shared in features.Length < FewestShared ? features.Chunk(1) : [features])
            {
                yield return new ViolationRow(group.Key.CheckType, group.Key.Text, shared);
            }
        }
    }
}
