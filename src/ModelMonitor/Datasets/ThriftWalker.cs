namespace ModelMonitor.Datasets;

/// <summary>Follows a structure in Thrift's compact protocol and holds it against its shape.</summary>
/// <remarks>
/// Fields that the shape does not know are followed by the types they say they have. Lists of booleans and maps
/// are refused: Parquet's metadata has none, and readers differ in what they take them for.
/// </remarks>
/// <param name="bytes">What starts with the structure.</param>
/// <param name="wanted">Takes the integers that the shape wants, each at its slot.</param>
/// <param name="collected">Takes one integer of each structure that is collected.</param>
internal ref struct ThriftWalker(ReadOnlySpan<byte> bytes, Span<long> wanted = default, List<long>? collected = null)
{
    private const int MaximumDepth = 32;
    private const int MaximumVarintLength = 10;

    private readonly Span<long> _wanted = wanted;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes have not been passed.</summary>
    public readonly int Remaining => _rest.Length;

    /// <summary>Passes over a structure; false when it is not of its shape, not well formed, or ends too early.</summary>
    public bool TryPassStruct(ThriftShape shape) => TryPassStruct(shape, depth: 0);

    private bool TryPassStruct(ThriftShape? shape, int depth)
    {
        int number = 0;
        while (depth <= MaximumDepth && TryTake(out byte header))
        {
            if (header == 0)
            {
                Collect(shape);
                return true;
            }

            if (!TryPassFieldNumber(header >> 4, ref number))
            {
                return false;
            }

            ThriftType type = (ThriftType)(header & 0x0F);
            ThriftShape? field = shape?.Field(number);
            bool fits = field is null || field.Allows(type);
            if (!fits || (type is not (ThriftType.True or ThriftType.Boolean) && !TryPass(type, field, depth)))
            {
                return false;
            }
        }

        return false;
    }

    private readonly void Collect(ThriftShape? shape)
    {
        if (shape is { IsCollected: true } && collected is not null)
        {
            collected.Add(_wanted[0]);
            _wanted[0] = 0;
        }
    }

    /// <summary>A field's number is given by its distance from the one before, or follows when that is 0.</summary>
    private bool TryPassFieldNumber(int distance, ref int number)
    {
        if (distance > 0)
        {
            number += distance;
            return number <= short.MaxValue;
        }

        if (!TryPassVarint(out ulong value) || Unfold(value) is <= 0 or > short.MaxValue)
        {
            return false;
        }

        number = (int)Unfold(value);
        return true;
    }

    private bool TryPass(ThriftType type, ThriftShape? shape, int depth) => type switch
    {
        ThriftType.Byte => TrySkip(1),
        ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64 => TryPassInteger(shape),
        ThriftType.Double => TrySkip(sizeof(double)),
        ThriftType.Binary => TryPassVarint(out ulong length) && TrySkip(length),
        ThriftType.List or ThriftType.Set => TryPassList(shape?.Element, depth + 1),
        ThriftType.Struct => TryPassStruct(shape, depth + 1),
        _ => false,
    };

    private bool TryPassInteger(ThriftShape? shape)
    {
        bool passed = TryPassVarint(out ulong value);
        if (shape is { Slot: >= 0 } && shape.Slot < _wanted.Length)
        {
            _wanted[shape.Slot] = Unfold(value);
        }

        return passed;
    }

    private bool TryPassList(ThriftShape? element, int depth)
    {
        if (depth > MaximumDepth || !TryTake(out byte header))
        {
            return false;
        }

        ulong count = (ulong)(header >> 4);
        if (count == 15 && !TryPassVarint(out count))
        {
            return false;
        }

        // Every element takes a byte at least.
        ThriftType type = (ThriftType)(header & 0x0F);
        if (count > (ulong)_rest.Length || (count > 0 && element is not null && !element.Allows(type)))
        {
            return false;
        }

        for (ulong i = 0; i < count; i++)
        {
            if (!TryPass(type, element, depth))
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

    /// <summary>Signed integers are folded so that small ones of either sign are short.</summary>
    private static long Unfold(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

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
