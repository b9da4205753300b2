namespace ModelMonitor.Reading;

/// <summary>Finds the lines of a stream, whole or of a <see cref="ByteRange"/>, without copying them.</summary>
/// <remarks>
/// Lines end in LF or CRLF; the last may end with the content. A byte order mark is no part of the first line.
/// Reusable over many streams, which it does not close.
/// </remarks>
internal sealed class LineReader
{
    /// <summary>The longest line that is held, in bytes: 32 MB.</summary>
    public const int DefaultMaximumLength = 32 << 20;

    private const int BlockLength = 256 << 10;

    private byte[] _buffer;
    private Stream _stream = Stream.Null;
    private CancellationToken _cancellationToken;
    private int _start;
    private int _end;
    private long _position;
    private long _limit;

    /// <summary>Creates a reader.</summary>
    /// <param name="maximumLength">The longest line that is held; longer ones are passed over.</param>
    /// <param name="blockLength">How many bytes are read at once.</param>
    public LineReader(int maximumLength = DefaultMaximumLength, int blockLength = BlockLength)
    {
        MaximumLength = maximumLength;
        _buffer = GC.AllocateUninitializedArray<byte>(blockLength);
    }

    /// <summary>The longest line that is held, in bytes.</summary>
    public int MaximumLength { get; }

    /// <summary>The number of the line last read, from 1, counted from the beginning of the range.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether the line last read was longer than the maximum: then it is given as an empty one.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Begins with another stream.</summary>
    /// <param name="stream">Stands at the beginning of the object, or at <see cref="ByteRange.ReadFrom"/>.</param>
    /// <param name="range">The part whose lines are wanted; null for all. Not heeded for compressed content.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    public void Open(Stream stream, ByteRange? range, CancellationToken cancellationToken)
    {
        Close();
        if (_buffer.Length > 4 * BlockLength)
        {
            _buffer = GC.AllocateUninitializedArray<byte>(BlockLength);
        }

        _cancellationToken = cancellationToken;
        _start = _end = 0;
        _position = range?.ReadFrom ?? 0;
        _limit = range?.End ?? long.MaxValue;
        LineNumber = 0;
        if (range is { Offset: > 0 })
        {
            _stream = stream;
            PassLine();
            return;
        }

        _stream = ContentStream.Open(stream, out bool isCompressed);
        _limit = isCompressed ? long.MaxValue : _limit;
    }

    /// <summary>Lets go of the stream.</summary>
    public void Close()
    {
        if (_stream is System.IO.Compression.GZipStream inflater)
        {
            inflater.Dispose();
        }

        _stream = Stream.Null;
    }

    /// <summary>Gives what comes next without passing it, valid until the next call.</summary>
    /// <param name="length">How many bytes are wanted; there are fewer only where the content, or its undamaged part, ends.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public ReadOnlySpan<byte> Peek(int length)
    {
        try
        {
            while (_end - _start < length && TryFill())
            {
            }
        }
        catch (InvalidDataException)
        {
            // Reading past what is there already meets the damage again.
        }

        return _buffer.AsSpan(_start, Math.Min(length, _end - _start));
    }

    /// <summary>Gives the next line without its newline, valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The content is damaged gzip.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        line = default;
        IsTooLong = false;
        if (_position >= _limit)
        {
            return false;
        }

        bool isFirst = _position == 0;
        int searched = 0;
        int newline;
        while ((newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = _end - _start;
            if (searched > MaximumLength + 1)
            {
                return PassTooLong();
            }

            if (!TryFill())
            {
                return TryTakeLast(isFirst, out line);
            }
        }

        line = Take(searched + newline, isFirst);
        _start++;
        _position++;
        if (line.Length > MaximumLength)
        {
            line = default;
            IsTooLong = true;
        }

        return true;
    }

    /// <summary>Gives all content that is left as if it were one line, newlines and all; the same limits apply.</summary>
    /// <exception cref="InvalidDataException">The content is damaged gzip.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public bool TryReadAll(out ReadOnlySpan<byte> content)
    {
        IsTooLong = false;
        while (TryFill())
        {
            if (_end - _start > MaximumLength + 1)
            {
                content = default;
                LineNumber++;
                IsTooLong = true;
                do
                {
                    _start = _end;
                }
                while (TryFill());

                return true;
            }
        }

        return TryTakeLast(isFirst: _position == 0, out content);
    }

    private bool TryTakeLast(bool isFirst, out ReadOnlySpan<byte> line)
    {
        line = default;
        if (_start == _end)
        {
            return false;
        }

        line = Take(_end - _start, isFirst);
        IsTooLong = line.Length > MaximumLength;
        line = IsTooLong ? default : line;
        return true;
    }

    private bool PassTooLong()
    {
        LineNumber++;
        IsTooLong = true;
        PassLine();
        return true;
    }

    private ReadOnlySpan<byte> Take(int length, bool isFirst)
    {
        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, length);
        _start += length;
        _position += length;
        LineNumber++;
        if (isFirst && line.StartsWith("\uFEFF"u8))
        {
            line = line["\uFEFF"u8.Length..];
        }

        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    /// <summary>Passes over everything up to and including the next newline.</summary>
    private void PassLine()
    {
        while (true)
        {
            int newline = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            int passed = newline < 0 ? _end - _start : newline + 1;
            _start += passed;
            _position += passed;
            if (newline >= 0 || !TryFill())
            {
                return;
            }
        }
    }

    private bool TryFill()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
