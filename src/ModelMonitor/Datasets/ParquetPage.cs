namespace ModelMonitor.Datasets;

/// <summary>What a page's header says of it.</summary>
/// <param name="Type">Its type; see the constants.</param>
/// <param name="CompressedSize">Its bytes in the file, the header not included.</param>
/// <param name="UncompressedSize">Its bytes when decompressed.</param>
/// <param name="Values">Its values, missing ones included.</param>
internal readonly record struct ParquetPage(long Type, long CompressedSize, long UncompressedSize, long Values)
{
    /// <summary>The slots of <see cref="ParquetShapes.PageHeader"/>.</summary>
    public const int TypeSlot = 0, UncompressedSizeSlot = 1, CompressedSizeSlot = 2, ValuesSlot = 3, SlotCount = 4;

    private const long IndexPage = 1;
    private const long DictionaryPage = 2;
    private const long DataPageV2 = 3;

    /// <summary>Whether it holds rows.</summary>
    public bool HasRows => Type is not (IndexPage or DictionaryPage);

    /// <summary>Whether the numbers can be true.</summary>
    /// <param name="room">How many bytes are left for the page.</param>
    /// <param name="chunkSize">How many bytes all pages of its column have, decompressed.</param>
    /// <param name="chunkValues">How many values its column has.</param>
    public bool IsPlausible(long room, long chunkSize, long chunkValues) =>
        Type is >= 0 and <= DataPageV2
        && CompressedSize >= 0 && CompressedSize <= room
        && UncompressedSize >= 0 && UncompressedSize <= chunkSize
        && Values >= 0 && Values <= (Type == DictionaryPage ? UncompressedSize : chunkValues);

    /// <summary>Reads a header; false when the bytes do not start with a whole one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ParquetPage page, out int headerLength)
    {
        Span<long> slots = stackalloc long[SlotCount];
        slots.Clear();
        ThriftWalker walker = new(bytes, slots);
        bool read = walker.TryPassStruct(ParquetShapes.PageHeader);
        page = new ParquetPage(slots[TypeSlot], slots[CompressedSizeSlot], slots[UncompressedSizeSlot], slots[ValuesSlot]);
        headerLength = bytes.Length - walker.Remaining;
        return read;
    }
}
