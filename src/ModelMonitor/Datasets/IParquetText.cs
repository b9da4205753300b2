namespace ModelMonitor.Datasets;

/// <summary>How the values of a Parquet type are written as text.</summary>
/// <typeparam name="TValue">The values' type.</typeparam>
internal interface IParquetText<TValue>
{
    /// <summary>The most bytes that the text of a value takes.</summary>
    static abstract int MaximumLength(TValue value);

    /// <summary>Writes a value as UTF-8.</summary>
    /// <param name="value">The value.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    static abstract int Write(TValue value, Span<byte> destination);
}
