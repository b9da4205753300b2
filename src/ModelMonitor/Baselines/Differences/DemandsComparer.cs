using System.Globalization;
using ModelMonitor.Documents;

namespace ModelMonitor.Baselines.Differences;

/// <summary>Compares what is demanded of a column, its type aside.</summary>
internal static class DemandsComparer
{
    private const double Weight = 1.0;
    private const int MostValues = 10;

    public static IEnumerable<BaselineChange> Compare(FeatureConstraints before, FeatureConstraints after)
    {
        if (before.Completeness != after.Completeness)
        {
            yield return Change("least completeness", ChangedValue.Of(before.Completeness), ChangedValue.Of(after.Completeness));
        }

        if (before.IsNonNegative != after.IsNonNegative)
        {
            yield return Change("not negative", ChangedValue.Of(Word(before.IsNonNegative)), ChangedValue.Of(Word(after.IsNonNegative)));
        }

        string? left = Only(before.Domains, after.Domains);
        string? came = Only(after.Domains, before.Domains);
        if (left is not null || came is not null)
        {
            yield return Change("domain", ChangedValue.Of(left), ChangedValue.Of(came));
        }
    }

    private static BaselineChange Change(string subject, ChangedValue before, ChangedValue after) =>
        new(BaselineChangeKind.Constraint, subject, before, after, Weight);

    private static string? Word(bool? demanded) => demanded switch { true => "demanded", false => "not demanded", null => null };

    /// <summary>The values that only one of two domains has; null for none.</summary>
    private static string? Only(IReadOnlyList<string>? these, IReadOnlyList<string>? those)
    {
        string[] only = [.. (these ?? []).Except(those ?? [], StringComparer.Ordinal)];
        string more = only.Length > MostValues
            ? string.Create(CultureInfo.InvariantCulture, $" and {only.Length - MostValues} more")
            : "";
        return only.Length == 0 ? null : string.Join(", ", only.Take(MostValues)) + more;
    }
}
