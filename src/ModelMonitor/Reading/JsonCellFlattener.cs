using System.Buffers.Text;
using System.Text.Json;
using ModelMonitor.Profiling;

namespace ModelMonitor.Reading;

/// <summary>Adds one JSON value to a record as flat cells, named by their path or by none.</summary>
internal sealed class JsonCellFlattener
{
    private const string LoneSurrogate = "a string holds half of a surrogate pair";

    private byte[] _path = new byte[256];
    private int _pathLength;

    /// <summary>What is wrong with the value last refused.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Adds an object's members as named cells, or as positional ones when its only member is an array of scalars.</summary>
    /// <param name="reader">At the object's start; left at its end.</param>
    /// <param name="records">Where the cells are added.</param>
    /// <returns>False when it cannot be taken; see <see cref="Fault"/>.</returns>
    public bool TryAddObject(ref Utf8JsonReader reader, RecordBuffer records)
    {
        _pathLength = 0;
        if (IsArrayOfScalars(reader))
        {
            reader.Read();
            reader.Read();
            bool valid = TryAddPositional(ref reader, records);
            reader.Read();
            return valid;
        }

        return TryAddMembers(ref reader, records);
    }

    /// <summary>Adds a scalar, or all scalars of an array, as positional cells; objects inside an array are named by their place in it.</summary>
    /// <param name="reader">At the value; left at its end.</param>
    /// <param name="records">Where the cells are added.</param>
    /// <returns>False when it cannot be taken; see <see cref="Fault"/>.</returns>
    public bool TryAddPositional(ref Utf8JsonReader reader, RecordBuffer records)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return TryAppend(ref reader, records, out int start, out int length) && Add(records, start, length);
        }

        for (int item = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
        {
            bool valid;
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                _pathLength = 0;
                PushIndex(item);
                valid = TryAddMembers(ref reader, records);
            }
            else
            {
                valid = TryAddPositional(ref reader, records);
            }

            if (!valid)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Add(RecordBuffer records, int start, int length)
    {
        records.AddPositional(start, length);
        return true;
    }

    private static bool IsArrayOfScalars(Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return false;
            }
        }

        return reader.Read() && reader.TokenType == JsonTokenType.EndObject;
    }

    private bool TryAddMembers(ref Utf8JsonReader reader, RecordBuffer records)
    {
        int parent = _pathLength;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryPushKey(ref reader))
            {
                return false;
            }

            reader.Read();
            if (!TryAddNamed(ref reader, records))
            {
                return false;
            }

            _pathLength = parent;
        }

        return true;
    }

    private bool TryAddNamed(ref Utf8JsonReader reader, RecordBuffer records)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return TryAddMembers(ref reader, records);
            case JsonTokenType.StartArray:
                int parent = _pathLength;
                for (int item = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
                {
                    PushIndex(item);
                    if (!TryAddNamed(ref reader, records))
                    {
                        return false;
                    }

                    _pathLength = parent;
                }

                return true;
            default:
                if (!TryAppend(ref reader, records, out int start, out int length))
                {
                    return false;
                }

                return records.TryAddNamed(_path.AsSpan(0, _pathLength), start, length)
                    || Refuse("the names of nested members, written out, are too long altogether");
        }
    }

    private bool TryAppend(ref Utf8JsonReader reader, RecordBuffer records, out int start, out int length)
    {
        ReadOnlySpan<byte> value = reader.TokenType == JsonTokenType.Null ? [] : reader.ValueSpan;
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped)
        {
            start = records.Append(value);
            length = value.Length;
            return true;
        }

        bool valid = JsonText.TryUnescape(value, records.Reserve(value.Length), out length);
        start = records.Commit(valid ? length : 0);
        return valid || Refuse(LoneSurrogate);
    }

    private bool TryPushKey(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> key = reader.ValueSpan;
        Span<byte> room = PushDot(key.Length);
        int length = key.Length;
        if (!reader.ValueIsEscaped)
        {
            key.CopyTo(room);
        }
        else if (!JsonText.TryUnescape(key, room, out length))
        {
            return Refuse(LoneSurrogate);
        }

        _pathLength += length;
        return _pathLength <= ColumnSet.MaximumNameLength
            || Refuse($"a member's name, with those it is nested in, is longer than {ColumnSet.MaximumNameLength} bytes");
    }

    private bool Refuse(string fault)
    {
        Fault = fault;
        return false;
    }

    private void PushIndex(int item)
    {
        const int MaximumDigits = 10;
        Utf8Formatter.TryFormat(item, PushDot(MaximumDigits), out int length);
        _pathLength += length;
    }

    private Span<byte> PushDot(int length)
    {
        if (_pathLength + 1 + length > _path.Length)
        {
            Array.Resize(ref _path, Math.Max(_pathLength + 1 + length, 2 * _path.Length));
        }

        if (_pathLength > 0)
        {
            _path[_pathLength++] = (byte)'.';
        }

        return _path.AsSpan(_pathLength);
    }
}
