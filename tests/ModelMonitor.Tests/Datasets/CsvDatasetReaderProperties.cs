using System.Text;
using CsCheck;
using ModelMonitor.Datasets;

namespace ModelMonitor.Tests.Datasets;

public sealed class CsvDatasetReaderProperties
{
    private static readonly CsvFormat NoHeader = new(Header: false);
    private static readonly Gen<string> Cells = Gen.OneOfConst("", "1", "-2.5", "plain", "a,b", "\"", "say \"\"", "two\nlines", "two\r\nlines", "\r", "\u00FC\u20AC", " ", "true");
    private static readonly Gen<int> BlockSizes = Gen.OneOf(Gen.Int[1, 70], Gen.Const(1 << 18));

    /// <summary>A table, and for each cell whether it is quoted without need; also the line break, and whether the last line has one.</summary>
    private static readonly Gen<(string[][] Table, bool[] Quoted, string LineBreak, bool LastBreak)> Tables =
        from columns in Gen.Int[2, 5]
        from table in Cells.Array[columns].Array[1, 30]
        from quoted in Gen.Bool.Array[columns * table.Length]
        from lineBreak in Gen.OneOfConst("\n", "\r\n")
        from lastBreak in Gen.Bool
        select (table, quoted, lineBreak, lastBreak);

    [Fact]
    public void Read_AnyTable_GivesItsCellsWhateverTheBlockSize() => Tables.Select(BlockSizes).Sample((table, blockSize) =>
    {
        CsvReading reading = CsvReading.Of(Render(table), NoHeader, blockSize: blockSize);

        Assert.Equal(0, reading.Report.Unreadable);
        Assert.Equal(table.Table.Select(row => row.Select(cell => cell.Length == 0 ? null : cell)), reading.Rows);
    });

    [Fact]
    public void Read_AnyText_AgreesWithAParserThatGoesByteByByte() =>
        Gen.Char["ab,\"\n\r"].Array[0, 60].Select(BlockSizes).Sample(
            (text, blockSize) =>
            {
                CsvReading reading = CsvReading.Of(new string(text), NoHeader, ["x", "y"], blockSize);
                (List<string?[]> rows, List<long> faults) = PlainCsvParser.Parse(new string(text), fieldCount: 2);

                Assert.Equal(rows, reading.Rows);
                Assert.Equal(faults.Count, reading.Report.Unreadable);
                Assert.Equal(faults.Take(10), reading.Report.Samples.Select(sample => sample.Line));
            },
            iter: 20_000);

    [Fact]
    public void Read_DamagedFile_NeverThrowsAndKeepsCounting() => Mutation.Of(Encoding.UTF8.GetBytes(
        "churn,plan,day_mins\n0,\"gold, 2\",12.5\r\n1,\"si\"\"lver\",\n0,\u00FCnder,3.0\n1,\"two\nlines\",4.25\n")).Select(BlockSizes).Sample(
            (damaged, blockSize) =>
            {
                CsvReading reading = CsvReading.Of(damaged, blockSize: blockSize, maximumRecordLength: 64);

                Assert.Equal(reading.Rows.Count, reading.Report.Rows);
            },
            iter: 10_000);

    private static string Render((string[][] Table, bool[] Quoted, string LineBreak, bool LastBreak) table)
    {
        StringBuilder text = new();
        for (int row = 0; row < table.Table.Length; row++)
        {
            text.AppendJoin(',', table.Table[row].Select((cell, column) =>
                table.Quoted[row * table.Table[row].Length + column] || cell.AsSpan().IndexOfAny(",\"\n\r") >= 0
                    ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : cell));
            if (row < table.Table.Length - 1 || table.LastBreak)
            {
                text.Append(table.LineBreak);
            }
        }

        return text.ToString();
    }
}
