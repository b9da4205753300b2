using System.IO.Compression;
using System.Text;
using CsCheck;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Reading;

public class LineReaderTests
{
    private const string TooLong = "(too long)";

    [Theory]
    [InlineData("a\nb\n", "a", "b")]
    [InlineData("a\r\nb", "a", "b")]
    [InlineData("a\n\n\r\nb\r", "a", "", "", "b")]
    [InlineData("\uFEFFa\n\uFEFFb", "a", "\uFEFFb")]
    [InlineData("\uFEFF", "")]
    [InlineData("")]
    [InlineData("\n", "")]
    public void TryRead_Lines_HaveNoEnds(string content, params string[] lines) =>
        Assert.Equal(lines, ReadLines(new LineReader(), new MemoryStream(Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void TryRead_BlocksOfAnySize_GiveTheSameLines() =>
        Gen.Select(Gen.Char["ab\r\n\n"].Array[0, 60], Gen.Int[1, 20], Gen.Int[1, 7]).Sample(
            (characters, block, portion) =>
            {
                byte[] content = Encoding.UTF8.GetBytes(new string(characters));
                Assert.Equal(
                    ReadLines(new LineReader(), new MemoryStream(content)),
                    ReadLines(new LineReader(blockLength: block), new SlowStream(content, portion)));
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void TryRead_AnySplitIntoRanges_GivesEachLineOnce() =>
        Gen.Select(Gen.Char["ab\r\n\n\uFEFF"].Array[0, 40], Gen.Int[0, 60].Array[0, 5]).Sample(
            (characters, cuts) =>
            {
                byte[] content = Encoding.UTF8.GetBytes(new string(characters));
                int[] bounds = [0, .. cuts.Where(cut => cut <= content.Length).Order(), content.Length];
                List<string> lines = [];
                LineReader reader = new(blockLength: 4);
                for (int i = 0; i + 1 < bounds.Length; i++)
                {
                    ByteRange range = new(bounds[i], bounds[i + 1] - bounds[i]);
                    lines.AddRange(ReadLines(reader, new MemoryStream(content[(int)range.ReadFrom..]), range));
                }

                Assert.Equal(ReadLines(new LineReader(), new MemoryStream(content)), lines);
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void TryRead_LinesBeyondTheMaximum_ArePassedOver()
    {
        string content = $"{new string('a', 10)}\n{new string('b', 11)}\nc\n{new string('d', 5000)}\ne\n{new string('f', 11)}";
        LineReader reader = new(maximumLength: 10, blockLength: 8);
        Assert.Equal(
            ["aaaaaaaaaa", TooLong, "c", TooLong, "e", TooLong],
            ReadLines(reader, new MemoryStream(Encoding.UTF8.GetBytes(content))));
        Assert.Equal(6, reader.LineNumber);
    }

    [Fact]
    public void TryReadAll_Content_IsOneLine()
    {
        LineReader reader = new(maximumLength: 10, blockLength: 4);
        reader.Open(new MemoryStream("\uFEFFab\ncd\n"u8.ToArray()), null, CancellationToken.None);
        Assert.True(reader.TryReadAll(out ReadOnlySpan<byte> content));
        Assert.Equal("ab\ncd\n", Encoding.UTF8.GetString(content));
        Assert.False(reader.TryReadAll(out _));

        reader.Open(new MemoryStream(new byte[50]), null, CancellationToken.None);
        Assert.True(reader.TryReadAll(out content));
        Assert.True(reader.IsTooLong && content.IsEmpty);
        Assert.False(reader.TryReadAll(out _));
    }

    [Fact]
    public void TryRead_Gzip_IsInflatedWhateverTheRangeSays()
    {
        byte[] members = [.. Compress("a\nb"), .. Compress("c\nd\n")];
        Assert.Equal(["a", "bc", "d"], ReadLines(new LineReader(), new MemoryStream(members)));
        Assert.Equal(["a", "bc", "d"], ReadLines(new LineReader(), new SlowStream(members, 1), new ByteRange(0, 2)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-9)]
    [InlineData(12)]
    public void TryRead_TruncatedGzip_Throws(int length)
    {
        byte[] content = Compress(string.Join('\n', Enumerable.Range(0, 1000)));
        byte[] damaged = content[..(length < 0 ? content.Length + length : length)];
        Assert.Throws<InvalidDataException>(() => ReadLines(new LineReader(), new MemoryStream(damaged)));
    }

    // The switch is the process's: in its configuration, and not only set by whoever inflates first.
    [Fact]
    public void GzipValidation_InTheHost_IsStrictFromTheStart() =>
        Assert.Equal("true", AppContext.GetData("System.IO.Compression.UseStrictValidation"));

    [Fact]
    public void Peek_Content_IsNotPassed()
    {
        LineReader reader = new(blockLength: 4);
        reader.Open(new SlowStream("ab\ncdefgh\n"u8.ToArray(), 1), null, CancellationToken.None);
        Assert.Equal("ab\ncdefg"u8.ToArray(), reader.Peek(8).ToArray());
        Assert.Equal("ab"u8.ToArray(), Next(reader));
        Assert.Equal("cdefgh\n"u8.ToArray(), reader.Peek(100).ToArray());
        Assert.Equal("cdefgh"u8.ToArray(), Next(reader));
        Assert.Empty(reader.Peek(1).ToArray());
    }

    [Fact]
    public void Peek_DamagedGzip_LeavesTheFaultToTheReading()
    {
        LineReader reader = new();
        reader.Open(new MemoryStream(Compress(string.Join('\n', Enumerable.Range(0, 1000)))[..^100]), null, CancellationToken.None);
        Assert.StartsWith("0\n1\n", Encoding.UTF8.GetString(reader.Peek(64 << 10)), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() =>
        {
            while (reader.TryRead(out _))
            {
            }
        });
    }

    private static byte[] Next(LineReader reader) => reader.TryRead(out ReadOnlySpan<byte> line) ? line.ToArray() : [];

    [Fact]
    public void TryRead_Cancelled_Throws()
    {
        LineReader reader = new();
        reader.Open(new MemoryStream("a\n"u8.ToArray()), null, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => reader.TryRead(out _));
    }

    [Fact]
    public void End_OfARangeToTheEnd_DoesNotOverflow() => Assert.Equal(long.MaxValue, new ByteRange(5, long.MaxValue).End);

    private static byte[] Compress(string text)
    {
        using MemoryStream content = new();
        using (GZipStream gzip = new(content, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return content.ToArray();
    }

    private static List<string> ReadLines(LineReader reader, Stream stream, ByteRange? range = null)
    {
        List<string> lines = [];
        reader.Open(stream, range, CancellationToken.None);
        while (reader.TryRead(out ReadOnlySpan<byte> line))
        {
            lines.Add(reader.IsTooLong ? TooLong : Encoding.UTF8.GetString(line));
        }

        Assert.Equal(lines.Count, reader.LineNumber);
        reader.Close();
        return lines;
    }

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class SlowStream(byte[] content, int portion) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(portion, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(portion, count));
    }
}
