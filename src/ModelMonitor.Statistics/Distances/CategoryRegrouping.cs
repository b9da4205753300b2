namespace ModelMonitor.Statistics.Distances;

/// <summary>Puts rare categories together until a chi-square test is valid.</summary>
/// <remarks>
/// Of more than two categories at most a fifth may be expected fewer than 5 times (Yates, Moore and McCabe, The
/// Practice of Statistics, 1999, p. 734); of two none fewer than 10 times (Cochran, The χ² test of goodness of
/// fit, Annals of Mathematical Statistics 23, 1952). Until that holds, the category expected least often is
/// added to the next one, as in Deequ's <c>Distance</c>; of two expected equally often the one that comes first in ordinal
/// order counts as the rarer, where Deequ leaves it to a hash map.
/// </remarks>
internal static class CategoryRegrouping
{
    private const double RareAmongMany = 5.0;
    private const double RareOfTwo = 10.0;
    private const double RareShare = 0.2;

    private static readonly Comparer<ExpectedCategory> ByExpectedThenName = Comparer<ExpectedCategory>.Create(
        (one, other) => one.Expected != other.Expected
            ? one.Expected.CompareTo(other.Expected)
            : string.CompareOrdinal(one.Name, other.Name));

    /// <summary>Regroups categories; one is left when there are too few values for any test.</summary>
    /// <param name="categories">At least one; changed, and sorted by how often they are expected.</param>
    public static void Regroup(List<ExpectedCategory> categories)
    {
        categories.Sort(ByExpectedThenName);
        while (categories.Count > 1 && HasTooManyRare(categories))
        {
            ExpectedCategory rarest = categories[0];
            ExpectedCategory next = categories[1];
            categories.RemoveRange(0, 2);
            ExpectedCategory joined = next with
            {
                Observed = next.Observed + rarest.Observed,
                Expected = next.Expected + rarest.Expected,
            };
            int place = categories.BinarySearch(joined, ByExpectedThenName);
            categories.Insert(place < 0 ? ~place : place, joined);
        }
    }

    private static bool HasTooManyRare(List<ExpectedCategory> categories)
    {
        bool many = categories.Count > 2;
        int allowed = many ? (int)(RareShare * categories.Count) : 0;

        // They are sorted: too many are rare when the one after the allowed ones is.
        return categories[allowed].Expected < (many ? RareAmongMany : RareOfTwo);
    }
}
