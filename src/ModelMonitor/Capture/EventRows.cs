using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>The rows of an event: its input's and its output's records side by side.</summary>
internal readonly ref struct EventRows
{
    private readonly Payload _input;
    private readonly Payload _output;
    private readonly bool _isOutputSpread;

    private EventRows(scoped in Payload input, scoped in Payload output, int count, bool isOutputSpread)
    {
        _input = input;
        _output = output;
        Count = count;
        _isOutputSpread = isOutputSpread;
    }

    /// <summary>How many rows there are, at least one.</summary>
    public int Count { get; }

    /// <summary>
    /// Joins the two sides record by record. An output of one record without names that has as many fields as
    /// the input has records answers each of them with one field, as XGBoost's <c>0.1,0.7,0.2</c> does.
    /// </summary>
    /// <returns>False when the sides do not fit together, or hold nothing.</returns>
    public static bool TryJoin(scoped in Payload input, scoped in Payload output, out EventRows rows, out string reason)
    {
        int count = input.IsPresent ? input.Count : output.Count;
        bool fits = !input.IsPresent || !output.IsPresent || input.Count == output.Count;
        bool isSpread = !fits && count > 1 && output.Count == 1
            && output[0].CellCount == count && output[0].PositionalCount == count;
        rows = new EventRows(input, output, count, isSpread);
        if (count > 0 && (fits || isSpread))
        {
            reason = "";
            return true;
        }

        reason = fits ? "the payload holds no record" : $"the input has {input.Count} records, the output {output.Count}";
        return false;
    }

    /// <summary>The input's part of a row.</summary>
    public Record Input(int row) => _input[row];

    /// <summary>The output's part of a row.</summary>
    public Record Output(int row) => _isOutputSpread ? _output[0].Cell(row) : _output[row];
}
