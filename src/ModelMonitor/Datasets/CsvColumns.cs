using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>Which column each field of a CSV file fills.</summary>
internal sealed class CsvColumns
{
    private readonly int[] _indexes;

    private CsvColumns(ColumnSet columns, IReadOnlyList<string> names, int fieldCount)
    {
        FieldCount = fieldCount;
        FillsAll = true;
        _indexes = new int[names.Count];
        for (int i = 0; i < _indexes.Length; i++)
        {
            _indexes[i] = columns.GetOrAdd(names[i]);
            FillsAll &= _indexes[i] == i;
        }
    }

    /// <summary>How many fields every record must have.</summary>
    public int FieldCount { get; }

    /// <summary>Whether the fields fill the first columns in order, so that none of these is left missing.</summary>
    public bool FillsAll { get; }

    /// <summary>The column of each field by its index in the column set; -1 for fields beyond what a set holds.</summary>
    public ReadOnlySpan<int> Indexes => _indexes;

    /// <summary>Columns named by the fields of a header.</summary>
    /// <remarks>An empty name becomes <c>_c{position}</c>; repeated names are told apart as <see cref="ColumnSet"/> does.</remarks>
    public static CsvColumns FromHeader(ColumnSet columns, CsvTokenizer header)
    {
        ReadOnlySpan<CsvField> fields = header.Fields;
        string[] names = new string[fields.Length];
        for (int i = 0; i < names.Length; i++)
        {
            string name = Encoding.UTF8.GetString(header.Record.Slice(fields[i].Start, fields[i].Length));
            names[i] = name.Length == 0 ? PositionalName(i) : fields[i].Escaped ? name.Replace("\"\"", "\"", StringComparison.Ordinal) : name;
        }

        return new CsvColumns(columns, new ColumnSet(names).Names, header.FieldCount);
    }

    /// <summary>Columns known beforehand, in order of the fields.</summary>
    public static CsvColumns FromNames(ColumnSet columns, IReadOnlyList<string> names) => new(columns, names, names.Count);

    /// <summary>Columns <c>_c0</c>, <c>_c1</c> …</summary>
    public static CsvColumns FromCount(ColumnSet columns, int fieldCount)
    {
        string[] names = new string[Math.Min(fieldCount, CsvTokenizer.MaximumFields)];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = PositionalName(i);
        }

        return new CsvColumns(columns, names, fieldCount);
    }

    private static string PositionalName(int position) => string.Create(CultureInfo.InvariantCulture, $"_c{position}");
}
