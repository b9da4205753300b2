using ModelMonitor.Datasets;

namespace ModelMonitor.Tests.Datasets;

public sealed class ThriftWalkerTests
{
    // A structure of an i32, a list of texts, a flag and a structure of an i64. The bytes are written by hand after the
    // compact protocol: a field's header is its number's distance from the one before, then its type; a list's is
    // its length, then its elements' type; 00 ends a structure.
    private static readonly ThriftShape Shape = ThriftShape.Struct(
        ThriftShape.Wanted(ThriftType.Int32, 0),
        ThriftShape.List(ThriftShape.Of(ThriftType.Binary)),
        ThriftShape.Of(ThriftType.Boolean),
        ThriftShape.Struct(ThriftShape.Of(ThriftType.Int64)));

    [Theory]
    [InlineData("00")]
    [InlineData("1502 1928 0161 0162 12 1C 1604 00 00")]
    [InlineData("1502 1928 0161 0162 11 1C 1604 00 00")] // The flag is true.
    [InlineData("0502 02 00")] // The field's number (1) written out.
    [InlineData("2905 00")] // No elements, of whatever type.
    [InlineData("5928 0161 0162 00")] // An unknown field: a list.
    [InlineData("5C 3C 00 00 00")] // Unknown structures in one another.
    [InlineData("29F8 8F00" + FifteenEmptyTexts + "00")] // 15 elements: their number follows.
    public void TryPassStruct_WellFormed_Passes(string hex)
    {
        ThriftWalker walker = new(Bytes(hex), new long[1]);

        Assert.True(walker.TryPassStruct(Shape));
        Assert.Equal(0, walker.Remaining);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1502")] // No end.
    [InlineData("1602 00")] // An i64 where an i32 belongs.
    [InlineData("1502 1925 0202 00")] // Integers where texts belong.
    [InlineData("1502 1802 6162 00")] // A text where a list belongs.
    [InlineData("4C 1504 00 00")] // An i32 where an i64 belongs, one level down.
    [InlineData("29F8 FFFFFFFF07 00")] // Two billion texts.
    [InlineData("2918 05 61 00")] // A text longer than the rest.
    [InlineData("5921 01 00")] // A list of booleans.
    [InlineData("5B 00 00")] // A map.
    [InlineData("5D 00 00")] // A type that there is not.
    [InlineData("15 8080808080808080808080 01 00")] // An integer of too many bytes.
    [InlineData("05 01 02 00")] // Field number -1.
    public void TryPassStruct_WrongOrDamaged_IsRefused(string hex)
    {
        ThriftWalker walker = new(Bytes(hex), new long[1]);

        Assert.False(walker.TryPassStruct(Shape));
    }

    [Fact]
    public void TryPassStruct_StructuresWithoutEnd_AreRefusedBeforeTheStackIs()
    {
        byte[] structures = new byte[1_000_000];
        byte[] lists = new byte[1_000_000];
        Array.Fill(structures, (byte)0x5C);
        Array.Fill(lists, (byte)0x19);

        Assert.False(new ThriftWalker(structures).TryPassStruct(ThriftShape.Struct()));
        Assert.False(new ThriftWalker(lists).TryPassStruct(ThriftShape.Struct()));
    }

    [Theory]
    [InlineData("1502 00", 1)]
    [InlineData("1501 00", -1)]
    [InlineData("15AC02 00", 150)]
    [InlineData("00", 7)]
    public void TryPassStruct_WantedInteger_IsGivenAndOtherwiseLeft(string hex, long expected)
    {
        long[] wanted = [7];

        Assert.True(new ThriftWalker(Bytes(hex), wanted).TryPassStruct(Shape));
        Assert.Equal(expected, wanted[0]);
    }

    private const string FifteenEmptyTexts = "000000000000000000000000000000";

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
