namespace ModelMonitor.GroundTruth;

/// <summary>Rows written one after another, each in one piece, to be read once in the same order: in memory, or in a file.</summary>
internal sealed class RowLog : IDisposable
{
    private const int ChunkLength = 1 << 20;

    private readonly List<(byte[] Bytes, int Length)> _chunks = [];
    private byte[] _current = [];
    private int _length;
    private FileStream? _file;

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>Room for a row of at most that many bytes; <see cref="Commit"/> says how many it has.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_current.Length - _length < length)
        {
            Finish();
            if (_current.Length < length)
            {
                _current = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkLength, length));
            }
        }

        return _current.AsSpan(_length);
    }

    /// <summary>Takes over a row written into <see cref="Reserve"/>d room.</summary>
    public void Commit(int length)
    {
        _length += length;
        Length += length;
    }

    /// <summary>Moves what is in memory to a file, where all that follows goes too.</summary>
    public void Spill(FileStream file)
    {
        _file = file;
        foreach ((byte[] bytes, int length) in _chunks)
        {
            Write(bytes.AsSpan(0, length));
        }

        _chunks.Clear();
    }

    /// <summary>Ends the writing, and begins the reading.</summary>
    public void Rewind()
    {
        Finish();
        _current = [];
        if (_file is not null)
        {
            _file.Position = 0;
        }
    }

    /// <summary>The next rows; empty after the last. Valid until the next call.</summary>
    /// <param name="chunk">The number of the call, from 0.</param>
    public ReadOnlySpan<byte> Read(int chunk)
    {
        if (_file is null)
        {
            return chunk < _chunks.Count ? _chunks[chunk].Bytes.AsSpan(0, _chunks[chunk].Length) : default;
        }

        Span<byte> prefix = stackalloc byte[sizeof(int)];
        if (_file.ReadAtLeast(prefix, sizeof(int), throwOnEndOfStream: false) == 0)
        {
            return default;
        }

        int length = BitConverter.ToInt32(prefix);
        if (_current.Length < length)
        {
            _current = GC.AllocateUninitializedArray<byte>(length);
        }

        _file.ReadExactly(_current.AsSpan(0, length));
        return _current.AsSpan(0, length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _chunks.Clear();
        _file?.Dispose();
    }

    private void Finish()
    {
        if (_length == 0)
        {
            return;
        }

        if (_file is null)
        {
            _chunks.Add((_current, _length));
            _current = [];
        }
        else
        {
            Write(_current.AsSpan(0, _length));
        }

        _length = 0;
    }

    private void Write(ReadOnlySpan<byte> rows)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(prefix, rows.Length);
        _file!.Write(prefix);
        _file.Write(rows);
    }
}
