using System.Globalization;
using ModelMonitor.Profiling;

namespace ModelMonitor.Bias;

/// <summary>Finds the columns that a configuration names.</summary>
internal static class ColumnFinder
{
    /// <summary>The index of a column that options name; -1 when there is none.</summary>
    public static int Find(ColumnSet columns, BiasOptions options, string? name) => Find(columns, options.Headers, options.ColumnOf(name));

    /// <summary>The index of a column of predictions; -1 also where it would be the label, which joining adds behind the last column and an index may reach.</summary>
    public static int FindPrediction(ColumnSet columns, BiasOptions options, string? name) =>
        Find(columns, options, name) is var index && index == Find(columns, options, options.Label) ? -1 : index;

    /// <summary>The index of a column: by its name, by its place in the headers, by its index as text, or by a path of JSON; -1 when there is none.</summary>
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

        if (index < 0 && JsonColumnPath.ToColumn(name) is { } column && column != name)
        {
            return Find(columns, headers, column);
        }

        return index < columns.Count ? index : -1;
    }
}
