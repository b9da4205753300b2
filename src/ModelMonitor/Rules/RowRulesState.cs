using ModelMonitor.Statistics;

namespace ModelMonitor.Rules;

/// <summary>What the rules over rows, and preprocessing, came to: counts by the name of the rule.</summary>
public sealed class RowRulesState : IMergeableState<RowRulesState>
{
    /// <summary>The name that preprocessing is counted under, which no rule can have.</summary>
    public const string PreprocessName = "preprocess()";

    private readonly SortedDictionary<string, RowRuleCounts> _counts = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Tag => "RULS"u8;

    /// <summary>The names of the rules that have counts, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _counts.Keys;

    /// <summary>The counts of a rule; null when no row was counted.</summary>
    public RowRuleCounts? Find(string name) => _counts.GetValueOrDefault(name);

    /// <summary>The counts of a rule, to add to.</summary>
    public RowRuleCounts Of(string name)
    {
        if (!_counts.TryGetValue(name, out RowRuleCounts? counts))
        {
            counts = new RowRuleCounts();
            _counts.Add(name, counts);
        }

        return counts;
    }

    /// <inheritdoc />
    public static RowRulesState CreateEmpty() => new();

    /// <inheritdoc />
    public void MergeFrom(RowRulesState other)
    {
        foreach ((string name, RowRuleCounts counts) in other._counts)
        {
            Of(name).MergeFrom(counts);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt32(_counts.Count);
        foreach ((string name, RowRuleCounts counts) in _counts)
        {
            writer.WriteString(name);
            counts.WriteTo(ref writer);
        }
    }

    /// <inheritdoc />
    public static RowRulesState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        int count = reader.ReadLength(2 * sizeof(int));
        RowRulesState state = new();
        for (int i = 0; i < count; i++)
        {
            if (!state._counts.TryAdd(reader.ReadString(), RowRuleCounts.ReadFrom(ref reader)))
            {
                throw new CorruptStateException("A state of rules names a rule twice.");
            }
        }

        return state;
    }
}
