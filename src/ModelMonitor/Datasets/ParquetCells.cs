using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace ModelMonitor.Datasets;

/// <summary>The cells of one column of a row group, written row by row as text.</summary>
internal abstract class ParquetCells
{
    // Parquet.Net's own choice of the type is by reflection, which a natively compiled program lacks the code for.
    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, int, CancellationToken, Task<ParquetCells>>> Readers = new()
    {
        [typeof(ReadOnlyMemory<char>)] = ReadAsync<ReadOnlyMemory<char>, ParquetText.OfString>,
        [typeof(double)] = ReadAsync<double, ParquetText.OfDouble>,
        [typeof(float)] = ReadAsync<float, ParquetText.OfFloat>,
        [typeof(int)] = ReadAsync<int, ParquetText.OfInteger<int>>,
        [typeof(long)] = ReadAsync<long, ParquetText.OfInteger<long>>,
        [typeof(bool)] = ReadAsync<bool, ParquetText.OfBoolean>,
        [typeof(BigDecimal)] = ReadAsync<BigDecimal, ParquetText.OfDecimal>,
        [typeof(DateTime)] = ReadAsync<DateTime, ParquetText.OfTimestamp>,
        [typeof(DateOnly)] = ReadAsync<DateOnly, ParquetText.OfDate>,
        [typeof(Guid)] = ReadAsync<Guid, ParquetText.OfUuid>,
        [typeof(byte)] = ReadAsync<byte, ParquetText.OfInteger<byte>>,
        [typeof(sbyte)] = ReadAsync<sbyte, ParquetText.OfInteger<sbyte>>,
        [typeof(short)] = ReadAsync<short, ParquetText.OfInteger<short>>,
        [typeof(ushort)] = ReadAsync<ushort, ParquetText.OfInteger<ushort>>,
        [typeof(uint)] = ReadAsync<uint, ParquetText.OfInteger<uint>>,
        [typeof(ulong)] = ReadAsync<ulong, ParquetText.OfInteger<ulong>>,
    };

    /// <summary>Whether the values of a field have a text.</summary>
    public static bool CanWrite(DataField field) => field is not TimeDataField && Readers.ContainsKey(field.ClrType);

    /// <summary>Reads a column.</summary>
    /// <param name="rowGroup">The row group that it is of.</param>
    /// <param name="field">The column's field, for which <see cref="CanWrite"/> holds.</param>
    /// <param name="rowCount">How many rows there are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<ParquetCells> ReadAsync(
        ParquetRowGroupReader rowGroup, DataField field, int rowCount, CancellationToken cancellationToken) =>
        Readers[field.ClrType](rowGroup, field, rowCount, cancellationToken);

    /// <summary>Writes the cell of the next row.</summary>
    /// <param name="batch">Where its current row is written.</param>
    /// <param name="column">The column in the batch.</param>
    public abstract void WriteNext(Profiling.RowBatch batch, int column);

    private static async Task<ParquetCells> ReadAsync<TValue, TText>(
        ParquetRowGroupReader rowGroup, DataField field, int rowCount, CancellationToken cancellationToken)
        where TValue : struct
        where TText : IParquetText<TValue>
    {
        TValue[] values = new TValue[rowCount];
        int[] levels = new int[rowCount];
        await rowGroup.ReadRawAsync<TValue>(field, values, levels.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return new ParquetCells<TValue, TText>(values, levels, field.MaxDefinitionLevel);
    }
}
