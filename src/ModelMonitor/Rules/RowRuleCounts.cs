using ModelMonitor.Statistics;

namespace ModelMonitor.Rules;

/// <summary>What a rule over rows, or preprocessing, came to.</summary>
public sealed class RowRuleCounts : IMergeableState<RowRuleCounts>
{
    /// <summary>How many failing rows are kept.</summary>
    public const int MostSamples = 5;

    private readonly SortedSet<FailingRow> _samples = new(FailingRow.Order);

    private static ReadOnlySpan<byte> Tag => "RULE"u8;

    /// <summary>Rows for which it is true; records that became rows.</summary>
    public long Passed { get; private set; }

    /// <summary>Rows for which it is false; records that were dropped.</summary>
    public long Failed { get; private set; }

    /// <summary>Rows and records for which it threw, or met a limit.</summary>
    public long Errors { get; private set; }

    /// <summary>One of the errors: the first in ordinal order. Null when there is none.</summary>
    public string? Error { get; private set; }

    /// <summary>A few of the rows for which it is not true, in the order of their hashes.</summary>
    public IReadOnlyCollection<FailingRow> Samples => _samples;

    /// <summary>All rows.</summary>
    public long Total => Passed + Failed + Errors;

    /// <inheritdoc />
    public static RowRuleCounts CreateEmpty() => new();

    /// <summary>Counts a row for which it is true.</summary>
    public void AddPassed() => Passed++;

    /// <summary>Counts a row for which it is false.</summary>
    public void AddFailed() => Failed++;

    /// <summary>Counts rows for which it could not be told.</summary>
    public void AddError(string message, long count = 1)
    {
        Errors += count;
        Note(message);
    }

    /// <summary>Whether a row of this hash would be kept.</summary>
    public bool WouldKeep(long hash) => _samples.Count < MostSamples || hash <= _samples.Max!.Hash;

    /// <summary>Keeps a row, if it is among the first by their hashes.</summary>
    public void Keep(FailingRow row)
    {
        // Equal rows are one: of them the first by file and line.
        FailingRow? equal = _samples.FirstOrDefault(kept => kept.Hash == row.Hash && kept.Content == row.Content);
        if (equal is not null && FailingRow.Order.Compare(equal, row) <= 0)
        {
            return;
        }

        if (equal is not null)
        {
            _samples.Remove(equal);
        }

        _samples.Add(row);
        if (_samples.Count > MostSamples)
        {
            _samples.Remove(_samples.Max!);
        }
    }

    /// <inheritdoc />
    public void MergeFrom(RowRuleCounts other)
    {
        Passed += other.Passed;
        Failed += other.Failed;
        Errors += other.Errors;
        if (other.Error is { } error)
        {
            Note(error);
        }

        foreach (FailingRow row in other._samples)
        {
            Keep(row);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Passed);
        writer.WriteInt64(Failed);
        writer.WriteInt64(Errors);
        writer.WriteFlag(Error is not null);
        writer.WriteString(Error ?? "");
        writer.WriteInt32(_samples.Count);
        foreach (FailingRow row in _samples)
        {
            writer.WriteInt64(row.Hash);
            writer.WriteString(row.File);
            writer.WriteInt64(row.Line);
            writer.WriteString(row.Content);
        }
    }

    /// <inheritdoc />
    public static RowRuleCounts ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        RowRuleCounts counts = new() { Passed = reader.ReadCount(), Failed = reader.ReadCount(), Errors = reader.ReadCount() };
        bool hasError = reader.ReadFlag();
        string error = reader.ReadString();
        counts.Error = hasError ? error : null;
        int samples = reader.ReadLength(2 * sizeof(int) + 2 * sizeof(long));
        if (samples > MostSamples || hasError != counts.Errors > 0 || (!hasError && error.Length > 0))
        {
            throw new CorruptStateException("The counts of a rule, its error and its samples do not agree.");
        }

        FailingRow? last = null;
        for (int i = 0; i < samples; i++)
        {
            FailingRow row = new(reader.ReadInt64(), reader.ReadString(), reader.ReadCount(), reader.ReadString());
            if (last is not null && FailingRow.Order.Compare(row, last) <= 0)
            {
                throw new CorruptStateException("The samples of a rule are not in order.");
            }

            counts._samples.Add(row);
            last = row;
        }

        return counts;
    }

    private void Note(string error) => Error = Error is null || string.CompareOrdinal(error, Error) < 0 ? error : Error;
}
