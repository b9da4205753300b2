using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>Puts the columns of a profile into the order of its documents.</summary>
public static class ColumnOrdering
{
    /// <summary>The indexes of all columns, in the order in which documents list them.</summary>
    public static int[] Arrange(this ColumnOrder order, ColumnSet columns)
    {
        int[] indexes = new int[columns.Count];
        string[] names = new string[columns.Count];
        for (int i = 0; i < indexes.Length; i++)
        {
            indexes[i] = i;
            names[i] = columns.Names[i];
        }

        if (order == ColumnOrder.ByName)
        {
            Array.Sort(names, indexes, StringComparer.Ordinal);
        }

        return indexes;
    }
}
