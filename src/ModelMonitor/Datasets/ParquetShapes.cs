namespace ModelMonitor.Datasets;

/// <summary>The shapes of Parquet's metadata, after the format's definition (parquet.thrift of apache/parquet-format).</summary>
internal static class ParquetShapes
{
    private static readonly ThriftShape Flag = ThriftShape.Of(ThriftType.Boolean);
    private static readonly ThriftShape Int8 = ThriftShape.Of(ThriftType.Byte);
    private static readonly ThriftShape Int16 = ThriftShape.Of(ThriftType.Int16);
    private static readonly ThriftShape Int32 = ThriftShape.Of(ThriftType.Int32);
    private static readonly ThriftShape Int64 = ThriftShape.Of(ThriftType.Int64);
    private static readonly ThriftShape Real = ThriftShape.Of(ThriftType.Double);
    private static readonly ThriftShape Binary = ThriftShape.Of(ThriftType.Binary);
    private static readonly ThriftShape Nothing = ThriftShape.Struct();

    private static readonly ThriftShape KeyValues = ThriftShape.List(ThriftShape.Struct(Binary, Binary));
    private static readonly ThriftShape Statistics = ThriftShape.Struct(Binary, Binary, Int64, Int64, Binary, Binary, Flag, Flag);

    /// <summary>Pages before the data: a dictionary, and the data page's own two forms; see <see cref="ParquetPage"/> for the slots.</summary>
    public static ThriftShape PageHeader { get; } = ThriftShape.Struct(
        Wanted(ParquetPage.TypeSlot),
        Wanted(ParquetPage.UncompressedSizeSlot),
        Wanted(ParquetPage.CompressedSizeSlot),
        Int32,
        ThriftShape.Struct(Wanted(ParquetPage.ValuesSlot), Int32, Int32, Int32, Statistics),
        Nothing,
        ThriftShape.Struct(Wanted(ParquetPage.ValuesSlot), Int32, Flag),
        ThriftShape.Struct(Wanted(ParquetPage.ValuesSlot), Int32, Int32, Int32, Int32, Int32, Flag, Statistics));

    /// <summary>The footer: version, schema, rows, row groups, key-values, writer, orders, encryption, signing key.</summary>
    public static ThriftShape FileMetaData { get; } = ThriftShape.Struct(
        Int32, ThriftShape.List(SchemaElement()), Int64, ThriftShape.List(RowGroup()), KeyValues, Binary,
        ThriftShape.List(ThriftShape.Struct(Nothing)), Encryption(), Binary);

    /// <summary>Type, length, repetition, name, number of children, …; the children are collected.</summary>
    private static ThriftShape SchemaElement() => ThriftShape.Collected(
        Int32, Int32, Int32, Binary, Wanted(0), Int32, Int32, Int32, Int32, LogicalType());

    /// <summary>String, map, list, enum, decimal, date, time, timestamp, (9 is reserved), integer, and those without parameters …</summary>
    private static ThriftShape LogicalType()
    {
        ThriftShape time = ThriftShape.Struct(Flag, ThriftShape.Struct(Nothing, Nothing, Nothing));
        return ThriftShape.Struct(
            Nothing, Nothing, Nothing, Nothing, ThriftShape.Struct(Int32, Int32), Nothing, time, time,
            null, ThriftShape.Struct(Int8, Flag), Nothing, Nothing, Nothing, Nothing, Nothing,
            ThriftShape.Struct(Int8), ThriftShape.Struct(Binary), ThriftShape.Struct(Binary, Int32));
    }

    private static ThriftShape RowGroup() => ThriftShape.Struct(
        ThriftShape.List(ColumnChunk()), Int64, Int64, ThriftShape.List(ThriftShape.Struct(Int32, Flag, Flag)), Int64, Int64, Int16);

    private static ThriftShape ColumnChunk() => ThriftShape.Struct(
        Binary, Int64, ColumnMetaData(), Int64, Int32, Int64, Int32,
        ThriftShape.Struct(Nothing, ThriftShape.Struct(ThriftShape.List(Binary), Binary)), Binary);

    /// <summary>Type, encodings, path, codec, values, two sizes, key-values, three offsets, statistics, encodings' counts …</summary>
    private static ThriftShape ColumnMetaData()
    {
        ThriftShape sizes = ThriftShape.Struct(Int64, ThriftShape.List(Int64), ThriftShape.List(Int64));
        ThriftShape box = ThriftShape.Struct(Real, Real, Real, Real, Real, Real, Real, Real);
        return ThriftShape.Struct(
            Int32, ThriftShape.List(Int32), ThriftShape.List(Binary), Int32, Int64, Int64, Int64, KeyValues, Int64, Int64, Int64,
            Statistics, ThriftShape.List(ThriftShape.Struct(Int32, Int32, Int32)), Int64, Int32,
            sizes, ThriftShape.Struct(box, ThriftShape.List(Int32)));
    }

    private static ThriftShape Encryption()
    {
        ThriftShape algorithm = ThriftShape.Struct(Binary, Binary, Flag);
        return ThriftShape.Struct(algorithm, algorithm);
    }

    private static ThriftShape Wanted(int slot) => ThriftShape.Wanted(ThriftType.Int32, slot);
}
