namespace ModelMonitor.Datasets;

/// <summary>Follows a structure in Thrift's compact protocol without knowing what its fields mean.</summary>
internal ref struct ThriftWalker(ReadOnlySpan<byte> bytes)
{
    // Wire types of the compact protocol; 1 and 2 are the booleans, whose value is the type itself inside structures.
    private const int Boolean = 2;
    private const int Byte = 3;
    private const int Int64 = 6;
    private const int Double = 7;
    private const int Binary = 8;
    private const int Set = 10;
    private const int Struct = 12;
    private const int MaximumDepth = 32;
    private const int MaximumVarintLength = 10;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether everything has been passed.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Passes over a structure; false when it is not well formed or ends too early.</summary>
    public bool TryPassStruct(int depth)
    {
        while (depth <= MaximumDepth && TryTake(out byte header))
        {
            if (header == 0)
            {
                return true;
            }

            // A field's number is given by its distance from the one before, or follows when that is too far.
            if ((header >> 4) == 0 && !TryPassVarint(out _))
            {
                return false;
            }

            int type = header & 0x0F;
            if (type > Boolean ? !TryPass(type, depth) : type == 0)
            {
                return false;
            }
        }

        return false;
    }

    private bool TryPass(int type, int depth) => type switch
    {
        Byte => TrySkip(1),
        > Byte and <= Int64 => TryPassVarint(out _),
        Double => TrySkip(sizeof(double)),
        Binary => TryPassVarint(out ulong length) && TrySkip(length),
        > Binary and <= Set => TryPassList(depth),
        Struct => TryPassStruct(depth + 1),
        _ => false,
    };

    private bool TryPassList(int depth)
    {
        if (!TryTake(out byte header))
        {
            return false;
        }

        ulong count = (ulong)(header >> 4);
        if (count == 15 && !TryPassVarint(out count))
        {
            return false;
        }

        int type = header & 0x0F;
        if (count > (ulong)_rest.Length)
        {
            return false;
        }

        for (ulong i = 0; i < count; i++)
        {
            if (type is 1 or Boolean ? !TrySkip(1) : !TryPass(type, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPassVarint(out ulong value)
    {
        value = 0;
        for (int i = 0; i < MaximumVarintLength && TryTake(out byte next); i++)
        {
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryTake(out byte next)
    {
        next = _rest.IsEmpty ? (byte)0 : _rest[0];
        return TrySkip(1);
    }

    private bool TrySkip(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            return false;
        }

        _rest = _rest[(int)length..];
        return true;
    }
}
