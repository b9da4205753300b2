using System.Globalization;
using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>A column named by its name, or by its index as text.</summary>
/// <param name="text">The name or index; a column of that very name goes first.</param>
internal sealed class ColumnReference(string text)
{
    private readonly int _index =
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : -1;

    /// <summary>The index that the text is; -1 when it is none.</summary>
    public int Index => _index;

    /// <summary>The column's index; -1 while there is none.</summary>
    public int IndexIn(ColumnSet columns) => columns.IndexOf(text) is >= 0 and int named ? named : _index < columns.Count ? _index : -1;
}
