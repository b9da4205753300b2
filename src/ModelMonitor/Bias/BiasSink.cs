using ModelMonitor.Profiling;

namespace ModelMonitor.Bias;

/// <summary>Counts rows, column by column, without making strings.</summary>
internal sealed class BiasSink : IRowSink
{
    private readonly BiasState _state;
    private readonly BiasOptions _options;
    private readonly ColumnSet _columns;
    private readonly FlipSampler? _sampler;
    private readonly LikeliestLabel? _likeliest;
    private readonly byte[] _labels = new byte[RowBatch.Capacity];
    private readonly byte[] _predictions = new byte[RowBatch.Capacity];
    private readonly byte[] _outcomes = new byte[RowBatch.Capacity];
    private readonly byte[] _groups = new byte[RowBatch.Capacity];

    public BiasSink(BiasState state, BiasOptions options, ColumnSet columns)
    {
        state.Prepare(options);
        _state = state;
        _options = options;
        _columns = columns;
        _likeliest = options.Probability is not null && options.PredictsLabels
            ? new LikeliestLabel(options with { LabelHeaders = options.PredictedLabel is null ? options.LabelHeaders : null }, columns) : null;
        _sampler = state.Sample is { } sample ? new FlipSampler(sample, options, columns, _likeliest) : null;
    }

    public void Add(RowBatch batch)
    {
        _state.Label!.Classify(batch, Find(_options.Label), _labels);
        _predictions.AsSpan().Clear();
        if (_likeliest is { IsWanted: true })
        {
            _state.Prediction?.Classify(_likeliest.Of(batch), 0, _predictions);
        }
        else
        {
            _state.Prediction?.Classify(batch, ColumnFinder.FindPrediction(_columns, _options, _options.PredictedLabel ?? _options.Probability), _predictions);
        }

        for (int row = 0; row < batch.RowCount; row++)
        {
            _outcomes[row] = (byte)(_labels[row] * MatchCodes.Count + _predictions[row]);
        }

        NumberGroups(batch);
        foreach (FacetTally facet in _state.Facets)
        {
            facet.Add(batch, Find(facet.Column), _groups, _outcomes);
        }

        _sampler?.Add(batch, _state.Facets, _predictions);
        _state.RowCount += batch.RowCount;
    }

    private void NumberGroups(RowBatch batch)
    {
        if (_state.Groups is not { } groups)
        {
            return;
        }

        bool wasOverflowed = groups.IsOverflowed;
        groups.Number(batch, Find(_options.GroupVariable), _groups);
        if (groups.IsOverflowed)
        {
            _groups.AsSpan().Clear();
            if (!wasOverflowed)
            {
                _state.JoinGroups();
            }
        }
    }

    private int Find(string? name) => ColumnFinder.Find(_columns, _options, name);
}
