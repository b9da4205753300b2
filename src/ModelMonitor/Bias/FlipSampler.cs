using System.IO.Hashing;
using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>Finds the rows of a batch that belong into the sample of the flip test.</summary>
internal sealed class FlipSampler(FlipSample sample, BiasOptions options, ColumnSet columns, LikeliestLabel? likeliest = null)
{
    private readonly ulong[] _upper = new ulong[RowBatch.Capacity];
    private readonly ulong[] _lower = new ulong[RowBatch.Capacity];
    private readonly List<HashedColumn> _hashed = [];
    private (int Columns, int Predicted) _known;

    /// <summary>Adds the rows of a batch whose facets and predictions are classified.</summary>
    public void Add(RowBatch batch, List<FacetTally> facets, ReadOnlySpan<byte> predictions)
    {
        if (sample.IsOverflowed)
        {
            return;
        }

        FindColumns(facets);
        _upper.AsSpan(0, batch.RowCount).Clear();
        _lower.AsSpan(0, batch.RowCount).Clear();
        foreach (HashedColumn column in _hashed)
        {
            if (column.Index < batch.ColumnCount)
            {
                Hash(batch, column);
            }
        }

        for (int row = 0; row < batch.RowCount && !sample.IsOverflowed; row++)
        {
            UInt128 hash = new(CellHash.Mix(_upper[row] + predictions[row]), CellHash.Mix(_lower[row] ^ predictions[row]));
            if (sample.Wants(hash))
            {
                sample.Add(hash, Row(batch, row, facets, predictions[row]));
            }
        }
    }

    private SampledRow Row(RowBatch batch, int row, List<FacetTally> facets, byte prediction)
    {
        double[] values = new double[sample.Names.Count];
        Array.Fill(values, double.NaN);
        foreach (HashedColumn column in _hashed)
        {
            ReadOnlySpan<byte> cell = batch.Cell(row, column.Index);
            if (column.Feature >= 0 && !cell.IsEmpty)
            {
                CellType type = CellParser.Parse(cell, out double number);
                values[column.Feature] = type is CellType.Integral or CellType.Fractional && double.IsFinite(number)
                    ? number : double.PositiveInfinity;
            }
        }

        byte[] classes = new byte[facets.Count];
        for (int facet = 0; facet < classes.Length; facet++)
        {
            classes[facet] = facets[facet].Codes[row];
        }

        return new SampledRow { Values = values, Facets = classes, Prediction = prediction, Count = 1 };
    }

    private void Hash(RowBatch batch, HashedColumn column)
    {
        ReadOnlySpan<byte> text = batch.Text;
        ReadOnlySpan<int> starts = batch.Starts(column.Index);
        ReadOnlySpan<int> lengths = batch.Lengths(column.Index);
        for (int row = 0; row < starts.Length; row++)
        {
            int length = lengths[row];
            if (length < 0)
            {
                continue;
            }

            // Sums, so that the order of the columns does not matter.
            ulong head = CellHead.OfSlice(text, starts[row], length);
            ulong hash = CellHash.Mix(CellHash.Of(text.Slice(starts[row], length), head) + column.Seed);
            _upper[row] += hash;
            _lower[row] += hash * 0xD6E8FEB86659FD93 ^ (hash >> 32);
        }
    }

    /// <summary>The features are all columns, or those named; facets are hashed also where they are no features.</summary>
    private void FindColumns(List<FacetTally> facets)
    {
        IReadOnlyList<int> predicted = likeliest?.Columns ?? [];
        if (_known == (columns.Count, predicted.Count))
        {
            return;
        }

        _known = (columns.Count, predicted.Count);
        _hashed.Clear();
        HashSet<int> others =
        [
            ColumnFinder.Find(columns, options, options.Label),
            ColumnFinder.Find(columns, options, options.PredictedLabel),
            ColumnFinder.Find(columns, options, options.Probability),
            .. predicted,
        ];
        HashSet<int>? named = options.Features is null ? null
            : [.. options.Features.Select(name => ColumnFinder.Find(columns, options, name))];
        Dictionary<int, string> facetColumns = [];
        foreach (FacetTally facet in facets)
        {
            facetColumns[ColumnFinder.Find(columns, options, facet.Column)] = facet.Column;
        }

        for (int index = 0; index < columns.Count; index++)
        {
            bool isFeature = !others.Contains(index)
                && (named?.Contains(index) ?? !columns.Names[index].StartsWith(ExplanationFlattener.Prefix, StringComparison.Ordinal));

            // By the facet's own name, also where options give it by index, so that the test of a facet can leave it out.
            string name = facetColumns.GetValueOrDefault(index) ?? NameOf(index);
            int feature = isFeature ? sample.GetOrAdd(name) : -1;
            if (isFeature || facetColumns.ContainsKey(index))
            {
                _hashed.Add(new HashedColumn(index, feature, XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(name))));
            }
        }
    }

    private string NameOf(int index) =>
        options.Headers is { } headers && index < headers.Count ? headers[index] : columns.Names[index];

    private readonly record struct HashedColumn(int Index, int Feature, ulong Seed);
}
