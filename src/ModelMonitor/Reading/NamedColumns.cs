using ModelMonitor.Profiling;

namespace ModelMonitor.Reading;

/// <summary>Finds the columns of named fields, fast when records keep naming the same fields in the same order.</summary>
/// <param name="columns">The columns of the dataset, to which new names are added.</param>
internal sealed class NamedColumns(ColumnSet columns)
{
    /// <summary>What <see cref="Find"/> answers for a name it has not met at that place.</summary>
    public const int Unknown = -1;

    private readonly List<Entry> _entries = [];

    /// <summary>The column that the n-th named field of a record had before, if it had this name; else <see cref="Unknown"/>.</summary>
    public int Find(int ordinal, ReadOnlySpan<byte> name)
    {
        if (ordinal >= _entries.Count)
        {
            return Unknown;
        }

        Entry entry = _entries[ordinal];
        return name.SequenceEqual(entry.Name.AsSpan(0, entry.Length)) ? entry.Column : Unknown;
    }

    /// <summary>The column of that name, which is added when new and remembered as the n-th field's; negative when there is no room for more columns.</summary>
    public int GetOrAdd(int ordinal, ReadOnlySpan<byte> name)
    {
        int column = columns.GetOrAdd(name);
        if (column >= 0 && ordinal <= _entries.Count && ordinal < ColumnSet.MaximumColumns)
        {
            Remember(ordinal, name, column);
        }

        return column;
    }

    private void Remember(int ordinal, ReadOnlySpan<byte> name, int column)
    {
        if (ordinal == _entries.Count)
        {
            _entries.Add(new Entry([], 0, 0));
        }

        byte[] buffer = _entries[ordinal].Name;
        if (buffer.Length < name.Length)
        {
            buffer = new byte[name.Length];
        }

        name.CopyTo(buffer);
        _entries[ordinal] = new Entry(buffer, name.Length, column);
    }

    private readonly record struct Entry(byte[] Name, int Length, int Column);
}
