namespace ModelMonitor.Datasets;

/// <summary>The types of values in Thrift's compact protocol, by the numbers that stand for them.</summary>
internal enum ThriftType
{
    /// <summary>No value: the end of a structure.</summary>
    Stop = 0,

    /// <summary>A field that is true; inside structures the type is the value.</summary>
    True = 1,

    /// <summary>A field that is false, and what shapes call any boolean.</summary>
    Boolean = 2,

    /// <summary>One byte.</summary>
    Byte = 3,

    /// <summary>A variable-length integer of 16 bits.</summary>
    Int16 = 4,

    /// <summary>A variable-length integer of 32 bits.</summary>
    Int32 = 5,

    /// <summary>A variable-length integer of 64 bits.</summary>
    Int64 = 6,

    /// <summary>Eight bytes.</summary>
    Double = 7,

    /// <summary>Bytes or text behind their length.</summary>
    Binary = 8,

    /// <summary>Elements of one type behind their number.</summary>
    List = 9,

    /// <summary>Written as a list.</summary>
    Set = 10,

    /// <summary>Fields up to a stop.</summary>
    Struct = 12,
}
