using Parquet.Data;
using Parquet.Schema;

namespace ModelMonitor.Datasets;

/// <summary>The cells of one column of a row group, written row by row as text.</summary>
internal abstract class ParquetCells : IDisposable
{
    /// <summary>Whether the values of a field have a text.</summary>
    public static bool CanWrite(DataField field) =>
        field is not TimeDataField
        && (field.ClrType == typeof(bool) || field.ClrType == typeof(int) || field.ClrType == typeof(long)
            || field.ClrType == typeof(float) || field.ClrType == typeof(double)
            || field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(BigDecimal)
            || field.ClrType == typeof(DateTime) || field.ClrType == typeof(DateOnly) || field.ClrType == typeof(Guid)
            || field.ClrType == typeof(byte) || field.ClrType == typeof(sbyte) || field.ClrType == typeof(short)
            || field.ClrType == typeof(ushort) || field.ClrType == typeof(uint) || field.ClrType == typeof(ulong));

    /// <summary>Takes over a column that was read.</summary>
    /// <param name="data">The column's values; disposed with the cells.</param>
    /// <param name="field">The column's field, for which <see cref="CanWrite"/> holds.</param>
    /// <param name="rowCount">How many rows there are.</param>
    /// <exception cref="InvalidDataException">There are not as many values as rows need.</exception>
    public static ParquetCells Of(RawColumnData data, DataField field, int rowCount) => data switch
    {
        RawColumnData<ReadOnlyMemory<char>> values => Create<ReadOnlyMemory<char>, ParquetText.OfString>(values, field, rowCount),
        RawColumnData<double> values => Create<double, ParquetText.OfDouble>(values, field, rowCount),
        RawColumnData<float> values => Create<float, ParquetText.OfFloat>(values, field, rowCount),
        RawColumnData<int> values => Create<int, ParquetText.OfInteger<int>>(values, field, rowCount),
        RawColumnData<long> values => Create<long, ParquetText.OfInteger<long>>(values, field, rowCount),
        RawColumnData<bool> values => Create<bool, ParquetText.OfBoolean>(values, field, rowCount),
        RawColumnData<BigDecimal> values => Create<BigDecimal, ParquetText.OfDecimal>(values, field, rowCount),
        RawColumnData<DateTime> values => Create<DateTime, ParquetText.OfTimestamp>(values, field, rowCount),
        RawColumnData<DateOnly> values => Create<DateOnly, ParquetText.OfDate>(values, field, rowCount),
        RawColumnData<Guid> values => Create<Guid, ParquetText.OfUuid>(values, field, rowCount),
        RawColumnData<byte> values => Create<byte, ParquetText.OfInteger<byte>>(values, field, rowCount),
        RawColumnData<sbyte> values => Create<sbyte, ParquetText.OfInteger<sbyte>>(values, field, rowCount),
        RawColumnData<short> values => Create<short, ParquetText.OfInteger<short>>(values, field, rowCount),
        RawColumnData<ushort> values => Create<ushort, ParquetText.OfInteger<ushort>>(values, field, rowCount),
        RawColumnData<uint> values => Create<uint, ParquetText.OfInteger<uint>>(values, field, rowCount),
        RawColumnData<ulong> values => Create<ulong, ParquetText.OfInteger<ulong>>(values, field, rowCount),
        _ => throw new InvalidDataException($"column {field.Path} holds values of another type than its schema says"),
    };

    /// <summary>Writes the cell of the next row.</summary>
    /// <param name="batch">Where its current row is written.</param>
    /// <param name="column">The column in the batch.</param>
    public abstract void WriteNext(Profiling.RowBatch batch, int column);

    /// <inheritdoc />
    public abstract void Dispose();

    private static ParquetCells<TValue, TText> Create<TValue, TText>(RawColumnData<TValue> data, DataField field, int rowCount)
        where TValue : struct
        where TText : IParquetText<TValue> => new(data, field, rowCount);
}
