using ModelMonitor.Rules;
using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

/// <summary>The profile of a dataset: one <see cref="ColumnProfile"/> for each column, over the same rows.</summary>
/// <remarks>
/// Columns are matched by name when profiles are merged. A row that lacks a column counts as a missing cell
/// of it, also when the column was first met after that row, or only in another shard.
/// </remarks>
public sealed partial class DatasetProfile : IMergeableState<DatasetProfile>, IRowSink
{
    private readonly List<ColumnProfile> _profiles = []; // may be fewer than the columns, until the next use

    /// <summary>Creates the profile of no rows.</summary>
    /// <param name="columns">The columns, to which a reader may add; shared with that reader.</param>
    public DatasetProfile(ColumnSet columns)
    {
        Columns = columns;
        AddMissingProfiles();
    }

    private DatasetProfile(ColumnSet columns, List<ColumnProfile> profiles)
    {
        Columns = columns;
        _profiles = profiles;
    }

    private static ReadOnlySpan<byte> Tag => "DSET"u8;

    /// <summary>The names of the columns, in order.</summary>
    public ColumnSet Columns { get; }

    /// <summary>How many rows were added.</summary>
    public long RowCount { get; private set; }

    /// <summary>The profile of a column by its index in <see cref="Columns"/>.</summary>
    public ColumnProfile this[int column]
    {
        get
        {
            AddMissingProfiles();
            return _profiles[column];
        }
    }

    /// <summary>The profile of a column by its name; null when there is none.</summary>
    public ColumnProfile? Find(string name) => Columns.IndexOf(name) is >= 0 and int index ? this[index] : null;

    /// <inheritdoc />
    public static DatasetProfile CreateEmpty() => new(new ColumnSet());

    /// <inheritdoc />
    public void MergeFrom(DatasetProfile other)
    {
        bool[] merged = new bool[Columns.Count + other.Columns.Count];
        for (int column = 0; column < other.Columns.Count; column++)
        {
            int index = Columns.GetOrAdd(other.Columns.Names[column]);
            if (index < 0)
            {
                continue;
            }

            AddMissingProfiles();
            if (column < other._profiles.Count)
            {
                _profiles[index].MergeFrom(other._profiles[column]);
                merged[index] = true;
            }
        }

        for (int column = 0; column < _profiles.Count; column++)
        {
            if (!merged[column])
            {
                _profiles[column].AddMissing(other.RowCount);
            }
        }

        RowCount += other.RowCount;
        if (other.Rules is { } rules)
        {
            CountRules().MergeFrom(rules);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        AddMissingProfiles();
        writer.WriteHeader(Tag, version: Rules is null ? (byte)1 : (byte)2);
        writer.WriteInt64(RowCount);
        writer.WriteInt32(_profiles.Count);
        for (int column = 0; column < _profiles.Count; column++)
        {
            writer.WriteString(Columns.Names[column]);
            _profiles[column].WriteTo(ref writer);
        }

        Rules?.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static DatasetProfile ReadFrom(ref StateReader reader)
    {
        byte version = reader.ReadHeader(Tag, newestVersion: 2);
        long rows = reader.ReadCount();
        int count = reader.ReadLength(sizeof(int));
        List<string> names = [];
        List<ColumnProfile> profiles = [];
        for (int column = 0; column < count; column++)
        {
            names.Add(reader.ReadString());
            ColumnProfile profile = ColumnProfile.ReadFrom(ref reader);
            if (profile.Completeness.Present + profile.Completeness.Missing != rows)
            {
                throw new CorruptStateException($"A profile of {rows} rows has a column of another number of cells.");
            }

            profiles.Add(profile);
        }

        if (names.Count > ColumnSet.MaximumColumns || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new CorruptStateException("A profile names a column twice, or too many columns.");
        }

        return new DatasetProfile(new ColumnSet(names), profiles)
        {
            RowCount = rows,
            Rules = version == 1 ? null : RowRulesState.ReadFrom(ref reader),
        };
    }

    private void AddMissingProfiles()
    {
        while (_profiles.Count < Columns.Count)
        {
            ColumnProfile profile = new();
            profile.AddMissing(RowCount);
            _profiles.Add(profile);
        }
    }
}
