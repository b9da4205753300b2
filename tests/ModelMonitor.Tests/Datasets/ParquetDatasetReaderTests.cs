using CsCheck;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using Parquet.Schema;

// The arrays are each test's own data.
#pragma warning disable CA1861

namespace ModelMonitor.Tests.Datasets;

public sealed class ParquetDatasetReaderTests
{
    [Fact]
    public void Read_NumbersTextsAndBooleans_GivesThemAsSparkCastsThem()
    {
        ParquetSchema schema = new(
            new DataField<int>("i"), new DataField<long?>("l"), new DataField<double?>("d"), new DataField<float>("f"),
            new DataField<string>("s"), new DataField<bool?>("b"), new DataField<ulong>("u"), new DataField<short>("h"));
        byte[] file = ParquetFiles.Write(schema, 1, async group =>
        {
            DataField[] fields = schema.DataFields;
            await group.WriteAsync<int>(fields[0], new[] { 1, -2, int.MaxValue });
            await group.WriteAsync<long>(fields[1], new long?[] { 5, null, long.MinValue });
            await group.WriteAsync<double>(fields[2], new double?[] { 1, null, 1e-5 });
            await group.WriteAsync<float>(fields[3], new[] { 0.1f, 16_777_216f, float.NaN });
            await group.WriteAsync(fields[4], new[] { "gold", "", "\u00FC" });
            await group.WriteAsync<bool>(fields[5], new bool?[] { true, false, null });
            await group.WriteAsync<ulong>(fields[6], new[] { 0UL, 1UL, ulong.MaxValue });
            await group.WriteAsync<short>(fields[7], new short[] { 1, 2, -3 });
        });

        (List<string?[]> rows, ColumnSet columns, ReadingReport report) = Read(file);

        Assert.Equal(["i", "l", "d", "f", "s", "b", "u", "h"], columns.Names);
        Assert.Equal(
            [
                ["1", "5", "1.0", "0.1", "gold", "true", "0", "1"],
                ["-2", null, null, "1.6777216E7", null, "false", "1", "2"],
                ["2147483647", "-9223372036854775808", "1.0E-5", "NaN", "\u00FC", null, "18446744073709551615", "-3"],
            ],
            rows);
        Assert.Equal(3, report.Rows);
        Assert.Equal(0, report.Unreadable);
    }

    [Fact]
    public void Read_TimesAndDecimals_GivesThemAsSparkCastsThem()
    {
        ParquetSchema schema = new(
            new DateTimeDataField("at", DateTimeFormat.Timestamp, unit: DateTimeTimeUnit.Micros),
            new DateTimeDataField("old", DateTimeFormat.Impala),
            new DateTimeDataField("day", DateTimeFormat.Date),
            new DecimalDataField("price", 12, 2));
        DateTime moment = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        byte[] file = ParquetFiles.Write(schema, 1, async group =>
        {
            DataField[] fields = schema.DataFields;
            await group.WriteAsync<DateTime>(fields[0], new[] { moment, moment.AddMilliseconds(120) });
            await group.WriteAsync<DateTime>(fields[1], new[] { moment, moment });
            await group.WriteAsync<DateTime>(fields[2], new[] { moment.Date, moment.Date.AddYears(-60) });
            await group.WriteAsync<decimal>(fields[3], new[] { 1.5m, -200m });
        });

        Assert.Equal(
            [
                ["2020-01-02 03:04:05", "2020-01-02 03:04:05", "2020-01-02", "1.50"],
                ["2020-01-02 03:04:05.12", "2020-01-02 03:04:05", "1960-01-02", "-200.00"],
            ],
            Read(file).Rows);
    }

    [Fact]
    public void Read_StructuresAndLists_FlattensTheFirstAndNotesTheOthers()
    {
        ParquetSchema schema = new(
            new StructField("person", new DataField<int?>("age"), new DataField<string>("name")),
            new ListField("tags", new DataField<int>("element")));
        byte[] file = ParquetFiles.Write(schema, 1, async group =>
        {
            DataField[] fields = schema.DataFields;
            await group.WriteAllPartsAsync<int>(fields[0], new[] { 40 }, new[] { 2, 1, 0 }, null, default);
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(fields[1], new[] { "Ada".AsMemory() }, new[] { 1, 2, 0 }, null, default);
            await group.WriteAllPartsAsync<int>(fields[2], new[] { 1, 2 }, new[] { 2, 2, 0, 0 }, new[] { 0, 1, 0, 0 }, default);
        });

        (List<string?[]> rows, ColumnSet columns, ReadingReport report) = Read(file);

        Assert.Equal(["person.age", "person.name"], columns.Names);
        Assert.Equal([["40", null], [null, "Ada"], [null, null]], rows);
        Assert.Equal(
            new UnreadableSample("a.parquet", 0, "column tags was left out: lists and maps have no text to profile"), Assert.Single(report.Samples));
    }

    [Fact]
    public void Read_SeveralRowGroups_GivesAllRowsInOrder()
    {
        (List<string?[]> rows, _, ReadingReport report) = Read(Sample(rowGroups: 3));

        Assert.Equal(3 * 600, rows.Count);
        Assert.Equal("0|0.0|p0", string.Join('|', rows[600]));
        Assert.Equal("599||p4", string.Join('|', rows[^1]));
        Assert.Equal(rows.Count, report.Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("PAR1PAR1")]
    [InlineData("a,b\n1,2\n")]
    public void Read_AnotherKindOfFile_IsOneUnreadableSample(string content)
    {
        (List<string?[]> rows, _, ReadingReport report) = Read(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Empty(rows);
        Assert.Equal(0, Assert.Single(report.Samples).Line);
        Assert.StartsWith("not a readable Parquet file", report.Samples[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileCutShort_IsOneUnreadableSample()
    {
        byte[] file = Sample(rowGroups: 1);

        Assert.Equal(1, Read(file[..^20]).Report.Unreadable);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        ColumnSet columns = new();
        DatasetRows rows = new(columns, new RowCollector(columns), new ReadingReport());

        Assert.ThrowsAny<OperationCanceledException>(
            () => new ParquetDatasetReader(rows).Read(new MemoryStream(Sample(rowGroups: 1)), "a.parquet", new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Read_DamagedPages_NeverThrows()
    {
        byte[] file = Sample(rowGroups: 1, rowCount: 8);
        int footer = file.Length - 8 - BitConverter.ToInt32(file, file.Length - 8);
        Mutation.Of(file[..footer]).Sample(
            damaged =>
            {
                (List<string?[]> rows, _, ReadingReport report) = Read([.. damaged, .. file[footer..]]);

                Assert.Equal(rows.Count, report.Rows);
            },
            iter: 1_000);
    }

    [Fact]
    public void Read_DamagedFiles_NeverThrowsAndAlwaysEnds()
    {
        byte[] file = Various();
        Gen.OneOf(Mutation.InPlaceOf(file), Mutation.InPlaceOf(file), Mutation.Of(file)).Sample(
            damaged =>
            {
                Task<ReadingReport> reading = Task.Run(() =>
                {
                    ColumnSet columns = new();
                    ReadingReport report = new();
                    new DatasetReader(columns, new RowCollector(columns), report).Read(new MemoryStream(damaged), "a.parquet", new ParquetFormat());
                    return report;
                });

                // A reading takes about a millisecond; a minute allows for a busy machine.
                Assert.True(reading.Wait(TimeSpan.FromMinutes(1)), $"The reading does not end: {Convert.ToBase64String(damaged)}");
                Assert.True(reading.Result.Rows is >= 0 and <= 8 || reading.Result.Unreadable > 0);
            },
            iter: 9_000);
    }

    [Theory]
    [InlineData(0x46)] // The codec's header becomes that of an i64 four fields on: the library would take numbers for lists, without end.
    [InlineData(0x41)] // … that of a boolean.
    [InlineData(0x16)] // The codec as an i64.
    public void Read_FieldOfAnotherType_IsOneUnreadableSample(byte header)
    {
        byte[] file = Various();
        int codec = file.AsSpan().LastIndexOf("tags\u0004list\u0007element"u8) + "tags.list.element".Length;
        Assert.Equal(0x15, file[codec]);
        file[codec] = header;

        Assert.Equal("not a readable Parquet file: the footer is damaged", Assert.Single(Read(file).Report.Samples).Reason);
    }

    [Theory]
    [InlineData(99, null)]
    [InlineData(30_000, "not a readable Parquet file: structures lie in one another more than 100 deep")]
    public void Read_DeepSchema_IsRefusedBeforeTheStackIsUsedUp(int structures, string? expected)
    {
        // A footer by hand: version, a root of one child, structures of one child each, a column, no rows, no row groups.
        List<byte> footer = [0x15, 0x02, 0x19, 0xFC, .. Varint(structures + 2), 0x48, 0x01, (byte)'r', 0x15, 0x02, 0x00];
        for (int i = 0; i < structures; i++)
        {
            footer.AddRange([0x35, 0x00, 0x18, 0x01, (byte)'s', 0x15, 0x02, 0x00]);
        }

        footer.AddRange([0x15, 0x02, 0x25, 0x00, 0x18, 0x01, (byte)'x', 0x00, 0x16, 0x00, 0x19, 0x0C, 0x00]);
        byte[] file = [.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Count), .. "PAR1"u8];

        (_, ColumnSet columns, ReadingReport report) = Read(file);

        Assert.Equal(expected, report.Samples.Select(sample => sample.Reason).SingleOrDefault());
        Assert.Equal(expected is null ? 1 : 0, columns.Count);
    }

    private static byte[] Varint(int value) => [(byte)(value | 0x80), (byte)((value >> 7) | 0x80), (byte)(value >> 14)];

    private static byte[] Sample(int rowGroups, int rowCount = 600)
    {
        ParquetSchema schema = new(new DataField<int>("i"), new DataField<double?>("d"), new DataField<string>("s"));
        return ParquetFiles.Write(schema, rowGroups, async group =>
        {
            DataField[] fields = schema.DataFields;
            await group.WriteAsync<int>(fields[0], Enumerable.Range(0, rowCount).ToArray());
            await group.WriteAsync<double>(fields[1], Enumerable.Range(0, rowCount).Select(i => i % 2 == 0 ? i / 4.0 : (double?)null).ToArray());
            await group.WriteAsync(fields[2], Enumerable.Range(0, rowCount).Select(i => $"p{i % 5}").ToArray());
        });
    }

    /// <summary>Eight rows of numbers, texts, decimals, lists and structures.</summary>
    private static byte[] Various()
    {
        ParquetSchema schema = new(
            new DataField<int>("i"), new DataField<double?>("d"), new DataField<string>("s"), new DecimalDataField("p", 12, 2),
            new ListField("tags", new DataField<int>("element")), new StructField("person", new DataField<int?>("age")));
        return ParquetFiles.Write(schema, 1, async group =>
        {
            DataField[] fields = schema.DataFields;
            await group.WriteAsync<int>(fields[0], new[] { 1, 2, 3, 4, 5, 6, 7, 8 });
            await group.WriteAsync<double>(fields[1], new double?[] { 1, null, 2.5, 3, null, 4, 5, 6 });
            await group.WriteAsync(fields[2], new[] { "a", "b", "a", "c", "", "b", "a", "a" });
            await group.WriteAsync<decimal>(fields[3], new[] { 1m, 2m, 3m, 4m, 5m, 6m, 7m, 8.25m });
            await group.WriteAllPartsAsync<int>(
                fields[4], new[] { 1, 2 }, new[] { 2, 2, 0, 0, 0, 0, 0, 0, 0 }, new[] { 0, 1, 0, 0, 0, 0, 0, 0, 0 }, default);
            await group.WriteAllPartsAsync<int>(fields[5], new[] { 40, 1, 2, 3, 4, 5, 6 }, new[] { 2, 1, 2, 2, 2, 2, 2, 2 }, null, default);
        });
    }

    private static (List<string?[]> Rows, ColumnSet Columns, ReadingReport Report) Read(byte[] file)
    {
        ColumnSet columns = new();
        ReadingReport report = new();
        RowCollector collector = new(columns);
        DatasetRows rows = new(columns, collector, report);
        new ParquetDatasetReader(rows).Read(new MemoryStream(file), "a.parquet");
        rows.Flush();
        return (collector.Rows, columns, report);
    }
}
