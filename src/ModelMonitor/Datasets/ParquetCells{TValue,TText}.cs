using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>The cells of a column whose values have one type.</summary>
/// <remarks>The values present stand one after another; a definition level below the highest marks a missing one.</remarks>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <typeparam name="TText">How a value is written.</typeparam>
/// <param name="values">The values.</param>
/// <param name="levels">Each row's definition level.</param>
/// <param name="present">The definition level of a row with a value.</param>
internal sealed class ParquetCells<TValue, TText>(TValue[] values, int[] levels, int present) : ParquetCells
    where TValue : struct
    where TText : IParquetText<TValue>
{
    private int _row;
    private int _value;

    /// <inheritdoc />
    public override void WriteNext(RowBatch batch, int column)
    {
        if (levels[_row++] != present)
        {
            return;
        }

        TValue value = values[_value++];
        int start = batch.TextLength;
        batch.Commit(TText.Write(value, batch.Reserve(TText.MaximumLength(value))));
        batch.SetCell(column, start, batch.TextLength - start);
    }
}
