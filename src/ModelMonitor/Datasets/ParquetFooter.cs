using System.Buffers.Binary;

namespace ModelMonitor.Datasets;

/// <summary>Looks through the footer of a Parquet file before the library reads it, which on some damaged footers would never return.</summary>
/// <remarks>
/// The footer is one structure in Thrift's compact protocol. The library takes each field and list for what it
/// should be, not for what it says it is: after a wrong type it reads on at the wrong byte, and may take what it
/// finds there for billions of elements. So the footer is sound when all types are those of the format, and
/// following them ends at its last byte, and its schema not too deep.
/// </remarks>
internal static class ParquetFooter
{
    private const int TrailerLength = 8;
    private const int MaximumLength = 256 << 20;
    private const int MaximumDepth = 100;

    /// <summary>Checks the footer, and leaves the stream at its beginning.</summary>
    /// <param name="stream">The file, which must be seekable.</param>
    /// <exception cref="InvalidDataException">The footer is missing or damaged.</exception>
    public static void Check(Stream stream)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        int length = -1;
        if (stream.Length > TrailerLength)
        {
            stream.Seek(-TrailerLength, SeekOrigin.End);
            stream.ReadExactly(trailer);
            length = BinaryPrimitives.ReadInt32LittleEndian(trailer);
        }

        if (!trailer[4..].SequenceEqual("PAR1"u8) || length <= 0 || length > stream.Length - TrailerLength || length > MaximumLength)
        {
            throw new InvalidDataException("the file does not end with a Parquet footer");
        }

        byte[] footer = new byte[length];
        stream.Seek(-TrailerLength - length, SeekOrigin.End);
        stream.ReadExactly(footer);
        List<long> children = [];
        Span<long> wanted = [0];
        ThriftWalker walker = new(footer, wanted, children);
        if (!walker.TryPassStruct(ParquetShapes.FileMetaData) || walker.Remaining > 0)
        {
            throw new InvalidDataException("the footer is damaged");
        }

        if (IsTooDeep(children))
        {
            throw new InvalidDataException($"structures lie in one another more than {MaximumDepth} deep");
        }

        stream.Position = 0;
    }

    /// <summary>Looks how deep a schema goes, for the library follows it by recursion until the stack overflows.</summary>
    /// <param name="children">How many children each element has, each element before its children.</param>
    private static bool IsTooDeep(List<long> children)
    {
        Stack<long> missing = [];
        foreach (long count in children)
        {
            while (missing.TryPeek(out long ofParent) && ofParent == 0)
            {
                missing.Pop();
            }

            if (missing.TryPop(out long before))
            {
                missing.Push(before - 1);
            }

            if (count > 0)
            {
                missing.Push(count);
            }

            if (missing.Count > MaximumDepth)
            {
                return true;
            }
        }

        return false;
    }
}
