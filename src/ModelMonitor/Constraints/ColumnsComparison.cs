using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Constraints;

/// <summary>The columns of a dataset beside those of its baseline.</summary>
/// <param name="CurrentCount">How many columns the dataset has.</param>
/// <param name="BaselineCount">How many the baseline has.</param>
/// <param name="Missing">Columns that only the baseline has, in its order.</param>
/// <param name="Extra">Columns that only the dataset has, in its order.</param>
/// <param name="CountsOnly">Whether, as SageMaker does, only the numbers of columns are compared.</param>
internal sealed record ColumnsComparison(
    int CurrentCount,
    int BaselineCount,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Extra,
    bool CountsOnly)
{
    private const int MostNamed = 20;

    /// <summary>Compares by name; by number alone under SageMaker's judgement when the numbers differ. Columns of online explanations are no data.</summary>
    public static ColumnsComparison Of(
        DatasetProfile current, ConstraintsDocument constraints, Func<FeatureConstraints, bool> isChecked, Compatibility compatibility)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        List<string> missing = [];
        foreach (FeatureConstraints feature in constraints.Features)
        {
            known.Add(feature.Name);
            if (isChecked(feature) && current.Columns.IndexOf(feature.Name) < 0)
            {
                missing.Add(feature.Name);
            }
        }

        List<string> extra = [];
        int columns = 0;
        foreach (string name in current.Columns.Names.Where(name => !name.StartsWith(ExplanationFlattener.Prefix, StringComparison.Ordinal)))
        {
            columns++;
            if (!known.Contains(name))
            {
                extra.Add(name);
            }
        }

        bool countsOnly = compatibility == Compatibility.SageMaker && columns != constraints.Features.Count;
        return new ColumnsComparison(columns, constraints.Features.Count, missing, extra, countsOnly);
    }

    /// <summary>The end of a sentence on both numbers: SageMaker's, with the names behind it unless it stops there.</summary>
    public string Describe(string kind, IReadOnlyList<string> names)
    {
        string text = FormattableString.Invariant(
            $"There are {kind} columns in current dataset. Number of columns in current dataset: {CurrentCount}, Number of columns in baseline constraints: {BaselineCount}");
        if (CountsOnly)
        {
            return text;
        }

        string more = names.Count > MostNamed ? FormattableString.Invariant($" and {names.Count - MostNamed} more") : string.Empty;
        return $"{text}. Columns: {string.Join(", ", names.Take(MostNamed))}{more}";
    }
}
