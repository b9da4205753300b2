using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>What an attribution monitor keeps of rows: sums of attributions by label and feature.</summary>
/// <remarks>Sums are compensated: dividing the rows otherwise changes a global attribution by no more than its last digits.</remarks>
public sealed class AttributionState : IMergeableState<AttributionState>
{
    /// <summary>The most pairs of label and feature; others, which come from traffic, are counted as left out.</summary>
    public const int MaximumFeatures = 4_096;

    private readonly SortedDictionary<string, FeatureSums> _sums = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Tag => "ATTR"u8;

    /// <summary>Rows that were read.</summary>
    public long RowCount { get; internal set; }

    /// <summary>Rows with an explanation.</summary>
    public long ExplainedRows { get; internal set; }

    /// <summary>
    /// The largest attribution, without its sign, that counts; far beyond any real one. The squares of as many as there can be have a finite sum.
    /// </summary>
    public const double LargestAttribution = 1e100;

    /// <summary>Attributions that were no number, beyond <see cref="LargestAttribution"/>, or of one feature too many.</summary>
    public long LeftOut { get; internal set; }

    /// <summary>The columns of the rows being added; not stored.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <inheritdoc />
    public static AttributionState CreateEmpty() => new();

    /// <summary>The sums of a feature and label; null when there are none.</summary>
    internal FeatureSums? Find(int label, string feature) => _sums.GetValueOrDefault(Key(label, feature));

    /// <summary>The sums of a feature and label, made when new; null when there are too many.</summary>
    internal FeatureSums? GetOrAdd(int label, string feature)
    {
        string key = Key(label, feature);
        if (!_sums.TryGetValue(key, out FeatureSums? sums) && _sums.Count < MaximumFeatures)
        {
            sums = new FeatureSums();
            _sums.Add(key, sums);
        }

        return sums;
    }

    /// <summary>The labels, as numbers from 0, and the features of each, in the order of their names.</summary>
    internal IEnumerable<(int Label, string Feature, FeatureSums Sums)> All() => _sums.Select(
        pair => (int.Parse(pair.Key.AsSpan(0, LabelDigits), System.Globalization.CultureInfo.InvariantCulture), pair.Key[LabelDigits..], pair.Value));

    /// <inheritdoc />
    public void MergeFrom(AttributionState other)
    {
        RowCount += other.RowCount;
        ExplainedRows += other.ExplainedRows;
        LeftOut += other.LeftOut;
        foreach ((int label, string feature, FeatureSums sums) in other.All())
        {
            if (GetOrAdd(label, feature) is { } own)
            {
                own.MergeFrom(sums);
            }
            else
            {
                LeftOut += sums.Count;
            }
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 2);
        writer.WriteInt64(RowCount);
        writer.WriteInt64(ExplainedRows);
        writer.WriteInt64(LeftOut);
        writer.WriteInt32(_sums.Count);
        foreach ((string key, FeatureSums sums) in _sums)
        {
            writer.WriteString(key);
            sums.WriteTo(ref writer);
        }
    }

    /// <inheritdoc />
    public static AttributionState ReadFrom(ref StateReader reader)
    {
        byte version = reader.ReadHeader(Tag, newestVersion: 2);
        AttributionState state = new()
        {
            RowCount = reader.ReadCount(),
            ExplainedRows = reader.ReadCount(),
            LeftOut = reader.ReadCount(),
        };
        int count = reader.ReadLength(sizeof(int) + 5 * sizeof(double));
        for (int i = 0; i < count; i++)
        {
            string key = reader.ReadString();
            if (count > MaximumFeatures || key.Length < LabelDigits || key.AsSpan(0, LabelDigits).ContainsAnyExceptInRange('0', '9')
                || !state._sums.TryAdd(key, FeatureSums.ReadFrom(ref reader, hasPlace: version > 1)))
            {
                throw new CorruptStateException("A feature's attributions are stored twice, of no label, or are too many.");
            }
        }

        return state;
    }

    private const int LabelDigits = 4;

    private static string Key(int label, string feature) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{label:0000}{feature}");
}
