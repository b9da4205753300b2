using System.Globalization;
using ModelMonitor.Profiling;

namespace ModelMonitor.Bias;

/// <summary>Finds the columns that a configuration names.</summary>
internal static class ColumnFinder
{
    /// <summary>The index of a column that options name; -1 when there is none.</summary>
    public static int Find(ColumnSet columns, BiasOptions options, string? name) => Find(columns, options.Headers, options.ColumnOf(name));

    /// <summary>The index of a column: by its name, by its place in the headers, or by its index as text; -1 when there is none.</summary>
    public static int Find(ColumnSet columns, IReadOnlyList<string>? headers, string? name)
    {
        if (name is null)
        {
            return -1;
        }

        int index = columns.IndexOf(name);
        for (int i = 0; index < 0 && i < (headers?.Count ?? 0); i++)
        {
            index = headers![i] == name ? i : -1;
        }

        if (index < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
        {
            index = place;
        }

        return index < columns.Count ? index : -1;
    }
}
