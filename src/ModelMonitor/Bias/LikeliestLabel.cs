using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>Finds the predicted label of rows that have a probability for each label: that of the largest, of equal ones the first.</summary>
/// <remarks>
/// The probabilities are a list of JSON (columns <c>scores.0</c>, <c>scores.1</c> …), a list as text in one cell
/// (<c>"[0.2, 0.8]"</c>, as Clarify's examples of CSV have it), or a number each in columns that follow each other. The labels are
/// <see cref="BiasOptions.LabelHeaders"/>, or without those a list beside the probabilities (<c>labels.0</c> …). A row without a number for each label has no prediction; the column of the true label is none of them.
/// </remarks>
internal sealed class LikeliestLabel(BiasOptions options, ColumnSet columns)
{
    /// <summary>The most labels of a list without headers, for it comes from traffic.</summary>
    private const int MaximumLabels = 1_000;

    private readonly byte[][]? _headers = options.LabelHeaders?.Select(Encoding.UTF8.GetBytes).ToArray();
    private readonly RowBatch _predicted = new();
    private readonly List<double> _probabilities = [];
    private int _known = -1;
    private int _label;
    private int _first;
    private bool? _areSpread;
    private int[] _listed = [];
    private int[] _labels = [];

    /// <summary>The columns that hold probabilities or labels, as far as rows have named any.</summary>
    public IReadOnlyList<int> Columns =>
    [
        .. _labels, .. _listed,
        .. _areSpread == true ? Enumerable.Range(_first, Math.Clamp(columns.Count - _first, 0, _headers!.Length)) : [],
    ];

    /// <summary>Whether rows have their predictions in this form; otherwise the predicted label is a column of its own.</summary>
    public bool IsWanted => _headers is not null || (FindColumns() && _labels.Length > 0);

    /// <summary>The rows of a batch with one column, the predicted label; valid until the next call.</summary>
    public RowBatch Of(RowBatch batch)
    {
        FindColumns();
        _predicted.Clear();
        int[] starts = [.. (_headers ?? []).Select(header => _predicted.Append(header))];
        for (int row = 0; row < batch.RowCount; row++)
        {
            _predicted.BeginRow();
            if (Largest(batch, row) is >= 0 and int label)
            {
                if (_headers is not null)
                {
                    _predicted.SetCell(0, starts[label], _headers[label].Length);
                }
                else
                {
                    ReadOnlySpan<byte> cell = batch.Cell(row, _labels[label]);
                    _predicted.SetCell(0, _predicted.Append(cell), cell.Length);
                }
            }

            _predicted.EndRow();
        }

        return _predicted;
    }

    /// <summary>The place of the largest probability; -1 when one is missing or no finite number.</summary>
    private int Largest(RowBatch batch, int row)
    {
        _probabilities.Clear();
        if (_listed.Length > 0 && !batch.Cell(row, _listed[0]).IsEmpty)
        {
            foreach (int column in _listed)
            {
                Add(batch.Cell(row, column));
            }
        }
        else if (_first >= 0 && batch.Cell(row, _first) is { IsEmpty: false } cell)
        {
            bool isText = cell[0] == (byte)'[';
            _areSpread ??= !isText && _headers is not null;
            if (isText)
            {
                AddList(cell);
            }
            else
            {
                for (int column = _first; column < _first + (_headers?.Length ?? 0); column++)
                {
                    Add(column == _label ? default : batch.Cell(row, column));
                }
            }
        }

        int best = -1;
        for (int i = 0; i < _probabilities.Count; i++)
        {
            if (!double.IsFinite(_probabilities[i]))
            {
                return -1;
            }

            best = best < 0 || _probabilities[i] > _probabilities[best] ? i : best;
        }

        return _headers is not null ? (_probabilities.Count == _headers.Length ? best : -1)
            : best < _labels.Length && !(best >= 0 && batch.Cell(row, _labels[best]).IsEmpty) ? best : -1;
    }

    private void Add(ReadOnlySpan<byte> cell)
    {
        if (_headers is not null || !cell.IsEmpty)
        {
            _probabilities.Add(
                !cell.IsEmpty && CellParser.Parse(cell, out double number) is CellType.Integral or CellType.Fractional ? number : double.NaN);
        }
    }

    private void AddList(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && _probabilities.Count < MaximumLabels)
            {
                _probabilities.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number) ? number : double.NaN);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            _probabilities.Add(double.NaN);
        }
    }

    private bool FindColumns()
    {
        if (_known != columns.Count)
        {
            _known = columns.Count;
            _label = ColumnFinder.Find(columns, options, options.Label);
            _first = ColumnFinder.FindPrediction(columns, options, options.Probability);
            _listed = List(options.Probability, _headers?.Length ?? MaximumLabels);
            _labels = _headers is null && ColumnFinder.Find(columns, options, options.PredictedLabel) < 0
                ? List(options.PredictedLabel, MaximumLabels) : [];
        }

        return true;
    }

    private int[] List(string? name, int most) => name is null ? [] :
    [
        .. Enumerable.Range(0, most)
            .Select(i => columns.IndexOf(string.Create(CultureInfo.InvariantCulture, $"{JsonColumnPath.ToColumn(name) ?? name}.{i}")))
            .TakeWhile(index => index >= 0 && index != _label),
    ];
}
