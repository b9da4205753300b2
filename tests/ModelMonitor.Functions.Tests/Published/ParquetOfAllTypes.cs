using Parquet;
using Parquet.Schema;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>A Parquet file with a column of each type that is profiled, nullable and not, in two row groups.</summary>
internal static class ParquetOfAllTypes
{
    private const int Rows = 100;

    private static readonly DateTime Start = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static async Task<byte[]> WriteAsync()
    {
        ParquetSchema schema = new(
            new DataField<int>("i"), new DataField<int?>("i?"), new DataField<long>("l"), new DataField<long?>("l?"),
            new DataField<double>("d"), new DataField<double?>("d?"), new DataField<float>("f"), new DataField<float?>("f?"),
            new DataField<bool>("b"), new DataField<bool?>("b?"), new DataField<string>("s"), new DataField<Guid>("g"),
            new DataField<byte>("u8"), new DataField<sbyte>("i8"), new DataField<short>("i16"), new DataField<ushort>("u16"),
            new DataField<uint>("u32"), new DataField<ulong>("u64"), new DataField<ulong?>("u64?"),
            new DecimalDataField("price", 12, 2),
            new DateTimeDataField("at", DateTimeFormat.Timestamp, unit: DateTimeTimeUnit.Micros),
            new DateTimeDataField("day", DateTimeFormat.Date));
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream))
        {
            for (int group = 0; group < 2; group++)
            {
                using ParquetRowGroupWriter rows = writer.CreateRowGroup();
                await WriteAsync(rows, schema.DataFields);
            }
        }

        return stream.ToArray();
    }

    private static async Task WriteAsync(ParquetRowGroupWriter rows, DataField[] fields)
    {
        await rows.WriteAsync<int>(fields[0], Of(i => i));
        await rows.WriteAsync<int>(fields[1], SomeOf(i => i));
        await rows.WriteAsync<long>(fields[2], Of(i => long.MaxValue - i));
        await rows.WriteAsync<long>(fields[3], SomeOf(i => (long)i));
        await rows.WriteAsync<double>(fields[4], Of(i => i * 0.25));
        await rows.WriteAsync<double>(fields[5], SomeOf(i => i * 0.25));
        await rows.WriteAsync<float>(fields[6], Of(i => i * 0.5f));
        await rows.WriteAsync<float>(fields[7], SomeOf(i => i * 0.5f));
        await rows.WriteAsync<bool>(fields[8], Of(i => i % 3 == 0));
        await rows.WriteAsync<bool>(fields[9], SomeOf(i => i % 3 == 0));
        await rows.WriteAsync(fields[10], Of(i => "p" + i % 5));
        await rows.WriteAsync<Guid>(fields[11], Of(i => new Guid(i, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])));
        await rows.WriteAsync<byte>(fields[12], Of(i => (byte)i));
        await rows.WriteAsync<sbyte>(fields[13], Of(i => (sbyte)-i));
        await rows.WriteAsync<short>(fields[14], Of(i => (short)-i));
        await rows.WriteAsync<ushort>(fields[15], Of(i => (ushort)i));
        await rows.WriteAsync<uint>(fields[16], Of(i => (uint)i));
        await rows.WriteAsync<ulong>(fields[17], Of(i => ulong.MaxValue - (ulong)i));
        await rows.WriteAsync<ulong>(fields[18], SomeOf(i => (ulong)i));
        await rows.WriteAsync<decimal>(fields[19], Of(i => i + 0.25m));
        await rows.WriteAsync<DateTime>(fields[20], Of(i => Start.AddSeconds(i)));
        await rows.WriteAsync<DateTime>(fields[21], Of(i => Start.Date.AddDays(i)));
    }

    private static T[] Of<T>(Func<int, T> value) => [.. Enumerable.Range(0, Rows).Select(value)];

    private static T?[] SomeOf<T>(Func<int, T> value)
        where T : struct => [.. Enumerable.Range(0, Rows).Select(i => i % 4 == 0 ? (T?)null : value(i))];
}
