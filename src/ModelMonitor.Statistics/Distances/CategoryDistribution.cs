using System.Text;

namespace ModelMonitor.Statistics.Distances;

/// <summary>How often each category of a column occurs, sorted by category: the form that distances are taken of.</summary>
public sealed class CategoryDistribution
{
    private readonly string[] _categories;
    private readonly long[] _counts;

    /// <summary>Creates the distribution.</summary>
    /// <param name="counts">
    /// Categories and how often they occur. The counts of a repeated category are added up; one that never
    /// occurs is left out.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public CategoryDistribution(IEnumerable<KeyValuePair<string, long>> counts)
    {
        SortedDictionary<string, long> sorted = new(StringComparer.Ordinal);
        foreach ((string category, long count) in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            if (count > 0)
            {
                sorted[category] = sorted.GetValueOrDefault(category) + count;
                Total += count;
            }
        }

        _categories = [.. sorted.Keys];
        _counts = [.. sorted.Values];
    }

    /// <summary>The categories, in ordinal order.</summary>
    public ReadOnlySpan<string> Categories => _categories;

    /// <summary>How often each of <see cref="Categories"/> occurs, at least once.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>The sum of <see cref="Counts"/>.</summary>
    public long Total { get; }

    /// <summary>The distribution of a column; null when it has too many categories to be counted.</summary>
    /// <param name="state">The counts; later changes of it are not seen. Bytes that are not UTF-8 become U+FFFD.</param>
    public static CategoryDistribution? Of(CategoryCountsState state)
    {
        if (state.IsOverflowed)
        {
            return null;
        }

        KeyValuePair<string, long>[] counts = new KeyValuePair<string, long>[state.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = new(Encoding.UTF8.GetString(state.GetText(i)), state.GetCount(i));
        }

        return new CategoryDistribution(counts);
    }

    /// <summary>How often a category occurs; 0 when it does not.</summary>
    public long CountOf(string category)
    {
        int index = Array.BinarySearch(_categories, category, StringComparer.Ordinal);
        return index < 0 ? 0 : _counts[index];
    }
}
