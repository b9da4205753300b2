using ModelMonitor.Datasets;

namespace ModelMonitor.Tests.Datasets;

public sealed class ParquetPageTests
{
    [Fact]
    public void TryRead_HeaderOfADataPage_GivesItsNumbers()
    {
        // By hand: type 0, 100 bytes in 60, a data page header of 25 values in encoding 0 with levels in 3 and 3; then the page.
        byte[] bytes = [0x15, 0x00, 0x15, 0xC8, 0x01, 0x15, 0x78, 0x2C, 0x15, 0x32, 0x15, 0x00, 0x15, 0x06, 0x15, 0x06, 0x00, 0x00, 0xFF];

        Assert.True(ParquetPage.TryRead(bytes, out ParquetPage page, out int headerLength));
        Assert.Equal(new ParquetPage(Type: 0, CompressedSize: 60, UncompressedSize: 100, Values: 25), page);
        Assert.Equal(bytes.Length - 1, headerLength);
        Assert.True(page.HasRows);
        for (int length = 0; length < headerLength; length++)
        {
            Assert.False(ParquetPage.TryRead(bytes.AsSpan(0, length), out _, out _));
        }
    }

    [Theory]
    [InlineData(0, 60, 100, 25, true)]
    [InlineData(3, 60, 100, 25, true)]
    [InlineData(2, 60, 100, 90, true)] // A dictionary may hold what no row uses, but not more values than bytes.
    [InlineData(2, 60, 100, 101, false)]
    [InlineData(0, 61, 100, 25, false)]
    [InlineData(0, -1, 100, 25, false)]
    [InlineData(0, 60, 101, 25, false)]
    [InlineData(0, 60, -1, 25, false)]
    [InlineData(0, 60, 100, 26, false)]
    [InlineData(0, 60, 100, -1, false)]
    [InlineData(4, 60, 100, 25, false)]
    [InlineData(-1, 60, 100, 25, false)]
    public void IsPlausible_PageInAChunkOf60And100BytesAnd25Values_Tells(int type, int compressed, int uncompressed, int values, bool expected) =>
        Assert.Equal(expected, new ParquetPage(type, compressed, uncompressed, values).IsPlausible(room: 60, chunkSize: 100, chunkValues: 25));
}
