using System.Text;
using ModelMonitor.Capture;

namespace ModelMonitor.Tests.Capture;

public class CaptureRecordReaderTests
{
    private static readonly string[] Seeds =
    [
        CaptureLines.Line("1,2,3", "0.5"),
        CaptureLines.Line("""{"a":"x\ny"}""", """{"s":0.5}""", "JSON"),
        CaptureLines.Line(null, "0.5"),
        """{"eventMetadata":{"customAttributes":["a\"b",{"c":1}],"inferenceTime":"t","eventId":"e","inferenceId":"7","inferenceId":"8"},"x":[{}],"captureData":{"endpointOutput":{"encoding":"CSV","data":"1"},"endpointInput":{"data":"","encoding":"JSON"}}}""",
        """{"captureData":{"endpointInput":{"data":"1","encoding":"CSV"}},"eventMetadata":null}""",
    ];

    private static readonly string[] Insertions = ["\\u00e9", "é", "12,3", "\\n", "\\\\", "\\ud800"];

    [Fact]
    public void TryRead_MutatedLines_AreWhatTheParserGives()
    {
        // Half of the mutations keep the pattern, so that both ways are taken often.
        Random random = new(7);
        CaptureRecordReader reader = new();
        CaptureLineTemplate template = new();
        int matches = 0;
        int valid = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] seed = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]);
            if (CaptureLineParser.TryParse(seed, out CaptureRecord learned, out _))
            {
                template.Learn(seed, learned);
            }

            byte[] line = Mutate(random, seed);
            if (!System.Text.Unicode.Utf8.IsValid(line))
            {
                Assert.False(reader.TryRead(line, out _, out string reason));
                Assert.StartsWith("invalid UTF-8 at byte", reason, StringComparison.Ordinal);
                continue;
            }

            bool isParsed = CaptureLineParser.TryParse(line, out CaptureRecord parsed, out string fault);
            Assert.Equal(isParsed, reader.TryRead(line, out CaptureRecord read, out string readFault));
            Assert.Equal(fault, readFault);
            valid += isParsed ? 1 : 0;
            if (isParsed)
            {
                Assert.Equal(parsed, read);
            }

            if (template.TryMatch(line, out CaptureRecord matched))
            {
                matches++;
                Assert.True(isParsed, fault);
                Assert.Equal(parsed, matched);
            }
        }

        Assert.InRange(matches, 4000, valid);
    }

    [Fact]
    public void TryMatch_OnlyStringsDiffer_MatchesAndMovesTheAttributes()
    {
        string first = """{"eventMetadata":{"eventId":"e","customAttributes":["a"],"inferenceTime":"t"},"captureData":{"endpointInput":{"data":"1","encoding":"CSV"}}}""";
        string second = first.Replace("\"e\"", "\"longer \\u0041\"", StringComparison.Ordinal).Replace("\"1\"", "\"1,\\n2\"", StringComparison.Ordinal);
        CaptureLineTemplate template = new();
        Assert.False(template.TryMatch(Encoding.UTF8.GetBytes(first), out _));
        Assert.True(CaptureLineParser.TryParse(Encoding.UTF8.GetBytes(first), out CaptureRecord learned, out _));
        template.Learn(Encoding.UTF8.GetBytes(first), learned);
        byte[] line = Encoding.UTF8.GetBytes(second);
        Assert.True(template.TryMatch(line, out CaptureRecord record));
        Assert.Equal("[\"a\"]", Encoding.UTF8.GetString(record.CustomAttributes.Of(line)));
        Assert.Equal("longer \\u0041", Encoding.UTF8.GetString(record.EventId.Of(line)));
        Assert.Equal("1,\\n2", Encoding.UTF8.GetString(record.InputData.Of(line)));
        Assert.True(record.InputData.IsEscaped && record.EventId.IsEscaped && !record.InferenceTime.IsEscaped);
    }

    [Theory]
    [InlineData("x", "not JSON at byte 1: \"x\"")]
    [InlineData("[]", "the line is an array; an object was expected")]
    [InlineData("{}", "captureData is missing")]
    [InlineData("""{"captureData":null}""", "captureData is missing")]
    [InlineData("""{"captureData":7}""", "captureData is a number; an object was expected")]
    [InlineData("""{"captureData":{}}""", "captureData has neither endpointInput nor endpointOutput")]
    [InlineData("""{"captureData":{"endpointInput":null}}""", "captureData has neither endpointInput nor endpointOutput")]
    [InlineData("""{"captureData":{"endpointInput":[]}}""", "captureData.endpointInput is an array; an object was expected")]
    [InlineData("""{"captureData":{"endpointInput":{"encoding":"CSV"}}}""", "captureData.endpointInput.data is missing")]
    [InlineData("""{"captureData":{"endpointOutput":{"data":"1"}}}""", "captureData.endpointOutput.encoding is missing")]
    [InlineData("""{"captureData":{"endpointOutput":{"data":1,"encoding":"CSV"}}}""", "captureData.endpointOutput.data is a number; a string was expected")]
    [InlineData("""{"captureData":{"endpointOutput":{"data":"1","encoding":"XM\u001bL"}}}""", "captureData.endpointOutput.encoding is \"XM\\u001bL\"; CSV, JSON or BASE64 was expected")]
    [InlineData("""{"captureData":{"endpointInput":{"data":"1","encoding":"CSV"}},"eventMetadata":{"eventId":{}}}""", "eventMetadata.eventId is an object; a string was expected")]
    [InlineData("""{"captureData":{"endpointInput":{"data":"1","encoding":"CSV"}},"eventMetadata":true}""", "eventMetadata is true or false; an object was expected")]
    [InlineData("""{"captureData":{"endpointInput":{"data":"1","encoding":"CSV"}}}{}""", "not JSON at byte 64: \"{}\"")]
    [InlineData("""{"captureData":{"endpointInput":{"data":"1""", "not JSON: breaks off after 42 bytes")]
    public void TryRead_Malformed_SaysWhatWasExpected(string line, string reason)
    {
        Assert.False(new CaptureRecordReader().TryRead(Encoding.UTF8.GetBytes(line), out _, out string actual));
        Assert.Equal(reason, actual);
    }

    [Fact]
    public void TryParse_RepeatedMembers_TheLastCounts()
    {
        byte[] line = """{"captureData":{"endpointInput":{"data":"1","encoding":"JSON"},"endpointOutput":{"data":"2","encoding":"CSV"}},"captureData":{"endpointInput":{"data":"3","data":"4","encoding":"CSV"}}}"""u8.ToArray();
        Assert.True(CaptureLineParser.TryParse(line, out CaptureRecord record, out _));
        Assert.Equal("4", Encoding.UTF8.GetString(record.InputData.Of(line)));
        Assert.Equal(PayloadEncoding.Csv, record.InputEncoding);
        Assert.False(record.OutputData.IsPresent);
    }

    private static byte[] Mutate(Random random, byte[] line)
    {
        List<byte> bytes = [.. line];
        int position = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0:
                bytes[position] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveAt(position);
                break;
            case 2:
                bytes.Insert(position, (byte)"\"\\{}[],:n0 \u001f"[random.Next(12)]);
                break;
            case 3:
                bytes.RemoveRange(position, bytes.Count - position);
                break;
            default:
                // Inside a string, where letters and digits are.
                int digit = bytes.FindIndex(position, value => char.IsAsciiDigit((char)value));
                if (digit >= 0)
                {
                    bytes.InsertRange(digit, Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]));
                }

                break;
        }

        return [.. bytes];
    }
}
