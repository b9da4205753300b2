using System.Text;
using CsCheck;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using Record = ModelMonitor.Reading.Record;

namespace ModelMonitor.Tests.Reading;

public class CsvFieldsTests
{
    private static readonly Gen<byte[]> Blocks =
        Gen.OneOf(Gen.Byte, Gen.OneOfConst((byte)',', (byte)'"', (byte)'\n')).Array[CsvDelimiters.BlockLength];

    // Fields of up to 90 bytes, so that rows end before, at and behind the end of a block.
    private static readonly Gen<string> Unquoted = Texts(",,\n\r\rab");
    private static readonly Gen<string> Quoted = Texts(",\n\r\"\"ab");

    [Theory]
    [InlineData("1,2,3", "1|2|3")]
    [InlineData("1,2,3\n", "1|2|3")]
    [InlineData("1,2\r\n3,4\r\n", "1|2", "3|4")]
    [InlineData("1,,3\n,\n", "1||3", "|")]
    [InlineData("\n1\n\r\n\n2", "1", "2")]
    [InlineData("1,2\r", "1|2")]
    [InlineData(" 1, 2 ", " 1| 2 ")]
    [InlineData("1\r2,3", "1\r2|3")]
    [InlineData("")]
    [InlineData("\n\r\n")]
    [InlineData("\"a,\"\"b\"\"\nc\",2\r\n\"\"", "a,\"b\"\nc|2", "")]
    [InlineData("a\"b,\"c\"d\r\n", "a\"b|cd")]
    [InlineData("\"a\r\"\r\nb", "a\r", "b")]
    public void TryRead_Rows_AreSplit(string csv, params string[] rows) => Assert.Equal(rows, Read(csv));

    [Theory]
    [InlineData("1,\"2", "a quoted field is not closed: \"1,\"2\"")]
    [InlineData("\"", "a quoted field is not closed: \"\"\"")]
    [InlineData("\"\"\"", "a quoted field is not closed: \"\"\"\"\"")]
    public void TryRead_UnclosedQuote_IsRefused(string csv, string reason)
    {
        Assert.False(CsvRecordReader.TryRead(Encoding.UTF8.GetBytes(csv), new RecordBuffer(new ColumnSet()), out _, out string actual));
        Assert.Equal(reason, actual);
    }

    [Fact]
    public void Find_AnyWidth_GivesTheSameBits() =>
        Blocks.Sample(
            block =>
            {
                ulong commas = CsvDelimiters.FindScalar(block, (byte)',', out ulong others);
                Assert.Equal(commas, CsvDelimiters.Find256(block, (byte)',', out ulong others256));
                Assert.Equal(commas, CsvDelimiters.Find128(block, (byte)',', out ulong others128));
                Assert.Equal(commas, CsvDelimiters.Find(block, (byte)',', out ulong othersAny));
                Assert.Equal([others, others, others], [others256, others128, othersAny]);
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void TrySplit_WithoutQuotes_IsWhatTheScalarTwinAndTheReferenceGive() =>
        Unquoted.Sample(
            csv =>
            {
                byte[] text = Encoding.UTF8.GetBytes(csv);
                RecordBuffer records = new(new ColumnSet());
                Assert.True(CsvFields.TrySplit(text, records));
                List<string> rows = Rows(records, text);
                RecordBuffer twin = new(new ColumnSet());
                Assert.True(CsvQuotedFields.TrySplit(text, twin));
                Assert.Equal(rows, Rows(twin, twin.Text));
                Assert.Equal(Reference(csv), rows);
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void TryRead_WithQuotes_IsWhatTheReferenceGives() =>
        Quoted.Sample(
            csv =>
            {
                RecordBuffer records = new(new ColumnSet());
                bool isRead = CsvRecordReader.TryRead(Encoding.UTF8.GetBytes(csv), records, out ReadOnlySpan<byte> text, out _);
                Assert.Equal(Reference(csv), isRead ? Rows(records, text) : null);
            },
            iter: 5000,
            threads: 1);

    private static Gen<string> Texts(string characters) =>
        Gen.Select(Gen.Char[characters], Gen.Int[0, 12], (character, repeat) =>
                character is 'a' or 'b' ? new string(character, 1 + 8 * repeat) : character.ToString())
            .Array[0, 40].Select(string.Concat);

    /// <summary>RFC 4180 character by character, with the leniencies of the reader; null when a quote is not closed.</summary>
    private static List<string>? Reference(string csv)
    {
        List<string> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool inQuotes = false;
        bool wasQuoted = false;
        int plain = 0;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
            plain = 0;
        }

        void EndRow()
        {
            if (plain > 0 && field[^1] == '\r')
            {
                field.Length--;
            }

            if (row.Count > 0 || field.Length > 0 || wasQuoted)
            {
                EndField();
                rows.Add(string.Join('|', row));
            }

            row.Clear();
            plain = 0;
        }

        for (int i = 0; i < csv.Length; i++)
        {
            char c = csv[i];
            if (inQuotes)
            {
                if (c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    inQuotes = false;
                }
                else
                {
                    field.Append(c);
                }
            }
            else if (c == '"' && !wasQuoted && plain == 0)
            {
                inQuotes = wasQuoted = true;
            }
            else if (c == ',')
            {
                EndField();
            }
            else if (c == '\n')
            {
                EndRow();
            }
            else
            {
                field.Append(c);
                plain++;
            }
        }

        EndRow();
        return inQuotes ? null : rows;
    }

    private static List<string> Read(string csv)
    {
        RecordBuffer records = new(new ColumnSet());
        Assert.True(CsvRecordReader.TryRead(Encoding.UTF8.GetBytes(csv), records, out ReadOnlySpan<byte> text, out string reason), reason);
        return Rows(records, text);
    }

    private static List<string> Rows(RecordBuffer records, ReadOnlySpan<byte> text)
    {
        List<string> rows = [];
        for (int i = 0; i < records.RecordCount; i++)
        {
            Record record = records.Record(i, text);
            List<string> cells = [];
            for (int cell = 0; cell < record.CellCount; cell++)
            {
                cells.Add(Encoding.UTF8.GetString(record.CellText(cell)));
            }

            rows.Add(string.Join('|', cells));
        }

        return rows;
    }
}
