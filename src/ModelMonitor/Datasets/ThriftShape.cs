namespace ModelMonitor.Datasets;

/// <summary>The type that a value must have: of a list also its elements', of a structure also its fields'.</summary>
internal sealed class ThriftShape
{
    private readonly ThriftShape?[] _fields = [];

    private ThriftShape(ThriftType type) => Type = type;

    private ThriftShape(ThriftShape?[] fields)
    {
        Type = ThriftType.Struct;
        _fields = fields;
    }

    /// <summary>The value's type.</summary>
    public ThriftType Type { get; }

    /// <summary>What a list's elements must be.</summary>
    public ThriftShape? Element { get; private init; }

    /// <summary>Where the walker puts an integer's value; -1 for nowhere.</summary>
    public int Slot { get; private init; } = -1;

    /// <summary>Whether the walker keeps the wanted integer of each such structure, 0 where there is none.</summary>
    public bool IsCollected { get; private init; }

    /// <summary>A value that is neither a list nor a structure.</summary>
    public static ThriftShape Of(ThriftType type) => new(type);

    /// <summary>An integer whose value is wanted.</summary>
    public static ThriftShape Wanted(ThriftType type, int slot) => new(type) { Slot = slot };

    /// <summary>A list.</summary>
    public static ThriftShape List(ThriftShape element) => new(ThriftType.List) { Element = element };

    /// <summary>A structure or union.</summary>
    /// <param name="fields">The fields numbered 1, 2 …; null for a number without a meaning.</param>
    public static ThriftShape Struct(params ThriftShape?[] fields) => new(fields);

    /// <summary>A structure of whose like each gives one wanted integer, at slot 0.</summary>
    /// <param name="fields">As of <see cref="Struct"/>.</param>
    public static ThriftShape Collected(params ThriftShape?[] fields) => new(fields) { IsCollected = true };

    /// <summary>What a field must be; null when nothing is known of its number.</summary>
    public ThriftShape? Field(int number) => number <= _fields.Length ? _fields[number - 1] : null;

    /// <summary>Whether a value of a type fits.</summary>
    public bool Allows(ThriftType type) => type == Type || (Type == ThriftType.Boolean && type == ThriftType.True);
}
