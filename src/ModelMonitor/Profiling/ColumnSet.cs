using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ModelMonitor.Profiling;

/// <summary>The columns of a dataset in order, found by name without making strings.</summary>
public sealed class ColumnSet
{
    /// <summary>The most columns a dataset may have; names beyond it are not followed, for they come from traffic.</summary>
    public const int MaximumColumns = 10_000;

    /// <summary>The longest name that readers take from traffic, in bytes of UTF-8.</summary>
    public const int MaximumNameLength = 1024;

    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Creates the set.</summary>
    /// <param name="names">The columns known beforehand; repeated names are told apart as <c>name</c>, <c>name_2</c> …</param>
    public ColumnSet(params IEnumerable<string> names)
    {
        _lookup = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<string, int> suffixes = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string unique = name;
            while (!_indexes.TryAdd(unique, _names.Count))
            {
                // Suffixes once taken stay taken, so that each is tried once.
                ref int suffix = ref CollectionsMarshal.GetValueRefOrAddDefault(suffixes, name, out bool isRepeated);
                suffix = isRepeated ? suffix + 1 : 2;
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{suffix}");
            }

            _names.Add(unique);
        }
    }

    /// <summary>How many columns there are.</summary>
    public int Count => _names.Count;

    /// <summary>The names in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The index of a column; -1 when there is none of that name.</summary>
    public int IndexOf(string name) => _indexes.TryGetValue(name, out int index) ? index : -1;

    /// <summary>The index of a column, which is added at the end when new; -1 when the set is full.</summary>
    public int GetOrAdd(string name)
    {
        if (!_indexes.TryGetValue(name, out int index))
        {
            if (_names.Count == MaximumColumns)
            {
                return -1;
            }

            index = _names.Count;
            _indexes.Add(name, index);
            _names.Add(name);
        }

        return index;
    }

    /// <summary>The index of a column by its UTF-8 name; invalid bytes become replacement characters.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> utf8Name)
    {
        if (utf8Name.Length <= 256)
        {
            Span<char> buffer = stackalloc char[256];
            Span<char> name = buffer[..Encoding.UTF8.GetChars(utf8Name, buffer)];
            if (_lookup.TryGetValue(name, out int index))
            {
                return index;
            }
        }

        return GetOrAdd(Encoding.UTF8.GetString(utf8Name));
    }
}
