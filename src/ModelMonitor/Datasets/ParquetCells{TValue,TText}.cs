using ModelMonitor.Profiling;
using Parquet.Data;
using Parquet.Schema;

namespace ModelMonitor.Datasets;

/// <summary>The cells of a column whose values have one type.</summary>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <typeparam name="TText">How a value is written.</typeparam>
internal sealed class ParquetCells<TValue, TText> : ParquetCells
    where TValue : struct
    where TText : IParquetText<TValue>
{
    private readonly RawColumnData<TValue> _data;
    private readonly int _present;
    private int _row;
    private int _value;

    /// <summary>Takes over a column that was read.</summary>
    /// <remarks>The values present stand one after another; a definition level below the highest marks a missing one.</remarks>
    public ParquetCells(RawColumnData<TValue> data, DataField field, int rowCount)
    {
        _data = data;
        _present = field.MaxDefinitionLevel;
        ReadOnlySpan<int> levels = _present > 0 ? data.DefinitionLevels : [];
        bool whole = _present == 0
            ? data.Values.Length >= rowCount
            : levels.Length >= rowCount && data.Values.Length >= levels[..rowCount].Count(_present);
        if (!whole)
        {
            data.Dispose();
            throw new InvalidDataException($"column {field.Path} ends before its last row");
        }
    }

    /// <inheritdoc />
    public override void WriteNext(RowBatch batch, int column)
    {
        int row = _row++;
        if (_present > 0 && _data.DefinitionLevels[row] != _present)
        {
            return;
        }

        TValue value = _data.Values[_value++];
        int start = batch.TextLength;
        batch.Commit(TText.Write(value, batch.Reserve(TText.MaximumLength(value))));
        batch.SetCell(column, start, batch.TextLength - start);
    }

    /// <inheritdoc />
    public override void Dispose() => _data.Dispose();
}
