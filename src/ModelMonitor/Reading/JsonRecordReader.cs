using System.Text.Json;

namespace ModelMonitor.Reading;

/// <summary>Turns JSON documents into records of flat cells.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>An object is a record of named cells; members of nested objects and arrays are named by their path,
/// <c>a.b</c> and <c>a.0</c>. An object whose only member is an array of scalars is a record of positional cells.</item>
/// <item>An array of scalars is one record of positional cells; an array of objects or arrays holds a record in each.</item>
/// <item>Of an object with a member <c>instances</c> or <c>predictions</c> that is an array, each item of that
/// array is a record, also a scalar; other members are not data and are left out.</item>
/// <item>Of an endpoint's response with explanations, each explained record of the request is a record: see <see cref="ExplainedResponseReader"/>.</item>
/// <item>Several documents one after another (JSON Lines) give their records one after another.</item>
/// <item>Numbers keep their text, strings lose their escapes, null and the empty string are missing cells.</item>
/// </list>
/// Not for use by several threads at once.
/// </remarks>
internal sealed class JsonRecordReader(bool readsExplanations = true)
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth, AllowMultipleValues = true };

    private readonly JsonCellFlattener _cells = new();
    private ExplainedResponseReader? _explained;

    /// <summary>Reads all documents of a text.</summary>
    /// <param name="json">Valid UTF-8; may be blank, which gives no record.</param>
    /// <param name="records">Where records are added; their cells are slices of its <see cref="RecordBuffer.Text"/>.</param>
    /// <param name="reason">What is wrong and where, when the result is false; <paramref name="records"/> is then of no use.</param>
    public bool TryRead(ReadOnlySpan<byte> json, RecordBuffer records, out string reason)
    {
        reason = "";
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return true;
        }

        // Most documents are plain rows: they need not be searched for a batch member by member.
        bool mayHoldBatch = json.IndexOf("instances\""u8) >= 0 || json.IndexOf("predictions\""u8) >= 0;
        bool mayBeExplained = readsExplanations && json.IndexOf("explanations\""u8) >= 0;
        Utf8JsonReader reader = new(json, Options);
        try
        {
            while (reader.Read())
            {
                if (ReadDocument(ref reader, records, mayHoldBatch, mayBeExplained) is string fault)
                {
                    reason = JsonFault.Locate(fault, (int)reader.TokenStartIndex, json);
                    return false;
                }
            }

            return true;
        }
        catch (JsonException exception)
        {
            reason = JsonFault.Describe(exception, json);
            return false;
        }
    }

    private string? ReadDocument(ref Utf8JsonReader reader, RecordBuffer records, bool mayHoldBatch, bool mayBeExplained)
    {
        string? fault;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when mayBeExplained && (_explained ??= new ExplainedResponseReader()).TryRead(reader, records, out fault):
                reader.Skip();
                return fault;
            case JsonTokenType.StartObject when mayHoldBatch && TryFindBatch(reader, out Utf8JsonReader batch):
                fault = ReadBatch(ref batch, records);
                reader.Skip();
                return fault;
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, records);
            default:
                return ReadRecord(ref reader, records);
        }
    }

    /// <summary>Looks for the member whose items are the records, from the start of an object.</summary>
    private static bool TryFindBatch(Utf8JsonReader reader, out Utf8JsonReader batch)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool named = reader.ValueTextEquals("instances"u8) || reader.ValueTextEquals("predictions"u8);
            reader.Read();
            if (named && reader.TokenType == JsonTokenType.StartArray)
            {
                batch = reader;
                return true;
            }

            reader.Skip();
        }

        batch = default;
        return false;
    }

    private string? ReadBatch(ref Utf8JsonReader reader, RecordBuffer records)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadRecord(ref reader, records) is string fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? ReadArray(ref Utf8JsonReader reader, RecordBuffer records)
    {
        Utf8JsonReader first = reader;
        first.Read();
        if (first.TokenType == JsonTokenType.EndArray)
        {
            reader.Read();
            return null;
        }

        bool scalars = first.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (scalars == reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return "an array mixes rows and single values";
            }

            if (scalars ? !_cells.TryAddPositional(ref reader, records) : ReadRecord(ref reader, records) is not null)
            {
                return _cells.Fault;
            }
        }

        if (scalars)
        {
            records.EndRecord();
        }

        return null;
    }

    private string? ReadRecord(ref Utf8JsonReader reader, RecordBuffer records)
    {
        bool valid = reader.TokenType == JsonTokenType.StartObject
            ? _cells.TryAddObject(ref reader, records) : _cells.TryAddPositional(ref reader, records);
        records.EndRecord();
        return valid ? null : _cells.Fault;
    }
}
