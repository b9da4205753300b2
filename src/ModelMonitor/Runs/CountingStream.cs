namespace ModelMonitor.Runs;

/// <summary>Tells how far the reading of a stream is.</summary>
/// <param name="inner">The stream; closed by its owner.</param>
/// <param name="expected">How many bytes count in all: reading may go past a segment's end to finish a line, or stop before it.</param>
/// <param name="onBytes">Told how many bytes were read since it was last told.</param>
internal sealed class CountingStream(Stream inner, long expected, Action<long> onBytes) : Stream
{
    private long _left = expected;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>Counts what was expected and not read.</summary>
    public void CountRest() => Count(_left);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Count(Math.Min(read, _left));
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Count(long bytes)
    {
        _left -= bytes;
        if (bytes > 0)
        {
            onBytes(bytes);
        }
    }
}
