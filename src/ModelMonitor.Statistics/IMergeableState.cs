namespace ModelMonitor.Statistics;

/// <summary>
/// What a monitor keeps of rows it has read once: a summary that can be added to, merged and stored.
/// </summary>
/// <remarks>
/// The laws every implementation obeys, and <c>StateLaws</c> in the tests proves: merging with
/// <see cref="CreateEmpty"/> changes nothing; merging is associative and commutative, exactly for counts
/// and within a stated bound for sums and sketches; a round trip through bytes loses nothing; damaged
/// bytes are refused with <see cref="CorruptStateException"/>.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IMergeableState<TSelf>
    where TSelf : IMergeableState<TSelf>
{
    /// <summary>The state of no rows: the identity of <see cref="MergeFrom"/>.</summary>
    static abstract TSelf CreateEmpty();

    /// <summary>Takes in everything <paramref name="other"/> has seen; never changes <paramref name="other"/>.</summary>
    void MergeFrom(TSelf other);

    /// <summary>Writes a versioned, little-endian form. The frame with the checksum is <see cref="StateFile"/>'s.</summary>
    void WriteTo(ref StateWriter writer);

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="CorruptStateException">The bytes are not a state of this type and version.</exception>
    static abstract TSelf ReadFrom(ref StateReader reader);
}
