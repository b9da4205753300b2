using System.Text;

namespace ModelMonitor.Datasets;

/// <content>The buffer: the bytes of the current record and what was read behind it, and the marks found in them.</content>
internal sealed partial class CsvTokenizer
{
    private const int ScanLength = 1 << 14;

    private readonly Stream _stream;
    private readonly int _blockSize;
    private readonly int _maximumRecordLength;
    private readonly int[] _marks;
    private byte[] _buffer;
    private int _length;
    private bool _started;
    private bool _ended;
    private bool _ascii = true;

    private int _markCount;
    private int _nextMark;
    private int _scanned;

    private int _recordStart;
    private int _recordLength;
    private int _nextRecordStart;
    private int _firstLineBreak;
    private long _line;

    private bool IsTooLong => _length - _recordStart > _maximumRecordLength;

    /// <summary>Finds more marks, reading on as needed; false at the end of the file and when the record is too long.</summary>
    /// <remarks>Positions within the record stay, for they count from its start; the buffer may move.</remarks>
    private bool FindMarks()
    {
        _nextMark = 0;
        _markCount = 0;
        while (_markCount == 0)
        {
            if (_scanned == _length && (IsTooLong || !ReadBlock()))
            {
                return false;
            }

            int length = Math.Min(_length - _scanned, _marks.Length);
            _markCount = CsvMarkScanner.Scan(_buffer.AsSpan(_scanned, length), _delimiter, _scanned, _marks);
            _scanned += length;
        }

        return true;
    }

    private bool ReadBlock()
    {
        if (_ended)
        {
            return false;
        }

        int kept = _length - _recordStart;
        if (kept + _blockSize > _buffer.Length)
        {
            byte[] larger = new byte[Math.Max(kept + _blockSize, 2 * _buffer.Length)];
            _buffer.AsSpan(_recordStart, kept).CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_recordStart, kept).CopyTo(_buffer);
        }

        _scanned -= _recordStart;
        _recordStart = 0;
        _length = kept;
        int read = _stream.ReadAtLeast(_buffer.AsSpan(kept, _buffer.Length - kept), _blockSize, throwOnEndOfStream: false);
        _ended = read < _blockSize;
        _length += read;
        _ascii = kept <= _blockSize ? Ascii.IsValid(_buffer.AsSpan(0, _length)) : _ascii && Ascii.IsValid(_buffer.AsSpan(kept, read));
        if (!_started)
        {
            PassOverByteOrderMark();
        }

        return _length > _scanned;
    }

    private void PassOverByteOrderMark()
    {
        _started = true;
        if (_buffer.AsSpan(0, _length).StartsWith("\uFEFF"u8))
        {
            _recordStart = _scanned = 3;
        }
    }

    /// <summary>Gives a record up and goes on behind its first line break.</summary>
    private CsvRecordOutcome PassOverLine(CsvRecordOutcome outcome)
    {
        _line = Line;
        if (_firstLineBreak >= 0)
        {
            _nextRecordStart = _recordStart + _firstLineBreak + 1;
        }
        else
        {
            PassOverToLineBreak();
        }

        _scanned = _nextRecordStart;
        _nextMark = 0;
        _markCount = 0;
        return outcome;
    }

    private void PassOverToLineBreak()
    {
        int start = _recordStart;
        while (true)
        {
            int lineBreak = _buffer.AsSpan(start, _length - start).IndexOf((byte)'\n');
            if (lineBreak >= 0)
            {
                _nextRecordStart = start + lineBreak + 1;
                return;
            }

            _recordStart = _length;
            _scanned = _length;
            _nextRecordStart = _length;
            if (!ReadBlock())
            {
                _nextRecordStart = _recordStart;
                return;
            }

            start = _recordStart;
        }
    }
}
