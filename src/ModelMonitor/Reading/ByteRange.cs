namespace ModelMonitor.Reading;

/// <summary>A part of an object, which owns the lines that begin inside it.</summary>
/// <remarks>Ranges that follow on each other without a gap own each line once. A compressed object has no parts.</remarks>
/// <param name="Offset">The first byte, from 0.</param>
/// <param name="Length">How many bytes, at least 0.</param>
public readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>The first byte after the range; <see cref="long.MaxValue"/> when the sum is beyond it.</summary>
    public long End => Length > long.MaxValue - Offset ? long.MaxValue : Offset + Length;

    /// <summary>
    /// Where a stream must begin to read the range: one byte early, for only the byte before tells whether a
    /// line begins at <see cref="Offset"/>. The stream goes on beyond the range, to the last line's end.
    /// </summary>
    public long ReadFrom => Math.Max(0, Offset - 1);
}
