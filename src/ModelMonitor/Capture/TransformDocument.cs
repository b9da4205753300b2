using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Takes a JSON document of a batch transform apart: the input, the output, and when it was inferred.</summary>
/// <remarks>
/// With the input joined in, the output is the member <c>SageMakerOutput</c> and all others but the id and the
/// time are the input; without, all are the output.
/// </remarks>
internal sealed class TransformDocument
{
    private byte[] _rest = new byte[1024];
    private int _restLength;
    private int _outputStart;
    private int _outputLength;
    private int _timeStart;
    private int _timeLength;
    private int _idStart;
    private int _idLength;
    private bool _isIdEscaped;

    /// <summary>Whether <see cref="Rest"/> is the input, or else the output.</summary>
    public bool HasOutput => _outputLength > 0;

    /// <summary>Whether the time has escapes.</summary>
    public bool IsTimeEscaped { get; private set; }

    /// <summary>Whether anything is left of the document besides what was taken out.</summary>
    public bool HasRest { get; private set; }

    /// <summary>The document without the members taken out.</summary>
    public ReadOnlySpan<byte> Rest => _rest.AsSpan(0, _restLength);

    /// <summary>The JSON value of the output.</summary>
    public ReadOnlySpan<byte> Output(ReadOnlySpan<byte> json) => json.Slice(_outputStart, _outputLength);

    /// <summary>The text of the time, or what stands in its place; empty when there is nothing, or null.</summary>
    public ReadOnlySpan<byte> Time(ReadOnlySpan<byte> json) => json.Slice(_timeStart, _timeLength);

    /// <summary>Where the inference id is; absent when there is none.</summary>
    public JsonSlice Id => _idLength > 0 ? new JsonSlice(_idStart, _idLength, _isIdEscaped) : default;

    /// <summary>Takes a document apart.</summary>
    /// <param name="json">Valid UTF-8.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public bool TryRead(ReadOnlySpan<byte> json, out string reason)
    {
        _outputLength = _timeLength = _restLength = _idLength = 0;
        _outputStart = _timeStart = 0;
        reason = "";
        if (_rest.Length < json.Length + 1)
        {
            _rest = new byte[Math.Max(json.Length + 1, 2 * _rest.Length)];
        }

        try
        {
            Read(json);
            return true;
        }
        catch (JsonException exception)
        {
            reason = JsonFault.Describe(exception, json);
            return false;
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        HasRest = reader.TokenType != JsonTokenType.StartObject;
        if (HasRest)
        {
            reader.Skip();
            reader.Read();
            Append(json);
            return;
        }

        Append("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, json);
        }

        reader.Read();
        Append("}"u8);
    }

    private void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int nameStart = (int)reader.TokenStartIndex;
        bool isId = reader.ValueTextEquals("SageMakerInferenceId"u8);
        bool isTime = reader.ValueTextEquals("SageMakerInferenceTime"u8);
        bool isOutput = reader.ValueTextEquals("SageMakerOutput"u8);
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        bool isText = reader.TokenType == JsonTokenType.String;
        bool isNull = reader.TokenType == JsonTokenType.Null;
        bool isEscaped = isText && reader.ValueIsEscaped;
        reader.Skip();
        int end = (int)reader.BytesConsumed;
        if (isTime && !isNull)
        {
            int quote = isText ? 1 : 0;
            _timeStart = start + quote;
            _timeLength = end - start - 2 * quote;
            IsTimeEscaped = isEscaped;
        }

        if (isId && !isNull)
        {
            int quote = isText ? 1 : 0;
            _idStart = start + quote;
            _idLength = end - start - 2 * quote;
            _isIdEscaped = isEscaped;
        }

        if (isOutput)
        {
            _outputStart = start;
            _outputLength = end - start;
        }
        else if (!isId && !isTime)
        {
            Append(HasRest ? ","u8 : default);
            Append(json[nameStart..end]);
            HasRest = true;
        }
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_rest.AsSpan(_restLength));
        _restLength += text.Length;
    }
}
