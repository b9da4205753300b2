using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>Puts the columns of a profile into the order of its documents.</summary>
public static class ColumnOrdering
{
    /// <summary>The indexes of all columns, in the order in which documents list them.</summary>
    public static int[] Arrange(this ColumnOrder order, ColumnSet columns)
    {
        int[] indexes = new int[columns.Count];
        for (int i = 0; i < indexes.Length; i++)
        {
            indexes[i] = i;
        }

        if (order == ColumnOrder.ByName)
        {
            Array.Sort([.. columns.Names], indexes, StringComparer.Ordinal);
        }

        return indexes;
    }

    /// <summary>
    /// The indexes of all columns, those of a baseline first and in its order, then the others by name: whichever
    /// shard was the first to meet them.
    /// </summary>
    public static int[] Arrange(IReadOnlyList<string> baseline, ColumnSet columns)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (string name in baseline)
        {
            places.TryAdd(name, places.Count);
        }

        int[] indexes = ColumnOrder.AsRead.Arrange(columns);
        Array.Sort(indexes, (a, b) =>
        {
            int place = places.GetValueOrDefault(columns.Names[a], int.MaxValue)
                .CompareTo(places.GetValueOrDefault(columns.Names[b], int.MaxValue));
            return place != 0 ? place : string.CompareOrdinal(columns.Names[a], columns.Names[b]);
        });
        return indexes;
    }
}
