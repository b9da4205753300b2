using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Profiling;

namespace ModelMonitor.Reading;

/// <summary>Turns the response of an endpoint with Clarify's online explainability into a record for each record of the request.</summary>
/// <remarks>
/// Such a response has <c>predictions</c>, whose <c>data</c> are the model's own answer as text, and <c>explanations.kernel_shap</c>, a list with an
/// item for each record, null where it was not explained, or no member at all where none was
/// (SageMaker's developer guide, clarify-online-explainability-invoke-endpoint). A record has the cells of its prediction, as if no explainer stood
/// before the model, and those of <see cref="ExplanationFlattener"/>. Not for use by several threads at once.
/// </remarks>
internal sealed class ExplainedResponseReader
{
    private readonly ExplanationFlattener _explanations = new();
    private readonly ColumnSet _names = new();
    private readonly RecordBuffer _predictions;
    private readonly JsonRecordReader _json = new(readsExplanations: false);
    private byte[] _data = [];

    public ExplainedResponseReader() => _predictions = new RecordBuffer(_names);

    /// <summary>Reads the document if it is such a response.</summary>
    /// <param name="document">At the object's start; a copy, so that the caller's stays there.</param>
    /// <param name="records">Where records are added.</param>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    /// <returns>Whether it is such a response.</returns>
    public bool TryRead(Utf8JsonReader document, RecordBuffer records, out string? fault)
    {
        fault = null;
        Parts parts = Parts.Find(document);
        if (!parts.HasList && !(parts.HasExplanations && parts.HasData))
        {
            return false;
        }

        _predictions.Clear();
        ReadOnlySpan<byte> text = default;
        if (parts.HasData && !TryReadPredictions(parts.Data, parts.IsJson, out text, out string reason))
        {
            fault = $"predictions.data: {reason}";
            return true;
        }

        int explained = parts.HasList ? CountItems(parts.List) : _predictions.RecordCount;
        int predicted = _predictions.RecordCount == 0 ? explained : _predictions.RecordCount;
        bool isSpread = predicted == 1 && explained > 1 && _predictions.CellCount == explained && _predictions.Record(0, text).PositionalCount == explained;
        if (predicted != explained && !isSpread)
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"the response has {predicted} predictions, and explanations of {explained} records");
            return true;
        }

        Utf8JsonReader list = parts.List;
        for (int i = 0; i < explained && fault is null; i++)
        {
            if (_predictions.RecordCount > 0)
            {
                Record prediction = isSpread ? _predictions.Record(0, text).Cell(i) : _predictions.Record(i, text);
                fault = TryCopy(prediction, records) ? null : ExplanationFlattener.TooLong;
            }

            if (parts.HasList)
            {
                list.Read();
                fault ??= _explanations.TryAdd(ref list, records) ? null : ExplanationFlattener.TooLong;
            }

            records.EndRecord();
        }

        return true;
    }

    private bool TryReadPredictions(Utf8JsonReader data, bool isJson, out ReadOnlySpan<byte> text, out string reason)
    {
        ReadOnlySpan<byte> raw = data.ValueSpan;
        text = raw;
        if (data.ValueIsEscaped)
        {
            if (_data.Length < raw.Length)
            {
                _data = GC.AllocateUninitializedArray<byte>(Math.Max(raw.Length, 2 * _data.Length));
            }

            if (!JsonText.TryUnescape(raw, _data, out int length))
            {
                reason = "a string holds half of a surrogate pair";
                return false;
            }

            text = _data.AsSpan(0, length);
        }

        if (!isJson && text.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return CsvRecordReader.TryRead(text, _predictions, out text, out reason);
        }

        bool isRead = _json.TryRead(text, _predictions, out reason);
        text = _predictions.Text;
        return isRead;
    }

    private bool TryCopy(in Record record, RecordBuffer records)
    {
        for (int i = 0; i < record.CellCount; i++)
        {
            int cell = record.FirstCell + i;
            ReadOnlySpan<byte> text = record.CellText(i);
            int start = records.Append(text);
            if (_predictions.IsPositional(cell))
            {
                records.AddPositional(start, text.Length);
            }
            else if (_predictions.ResolveColumn(cell) is >= 0 and int column
                && !records.TryAddNamed(Encoding.UTF8.GetBytes(_names.Names[column]), start, text.Length))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountItems(Utf8JsonReader list)
    {
        int count = 0;
        while (list.Read() && list.TokenType != JsonTokenType.EndArray)
        {
            list.Skip();
            count++;
        }

        return count;
    }

    /// <summary>Where the parts of a response stand.</summary>
    private ref struct Parts
    {
        public bool HasData;
        public bool IsJson;
        public Utf8JsonReader Data;
        public bool HasExplanations;
        public bool HasList;
        public Utf8JsonReader List;

        public static Parts Find(Utf8JsonReader reader)
        {
            Parts parts = default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool arePredictions = reader.ValueTextEquals("predictions"u8);
                bool areExplanations = reader.ValueTextEquals("explanations"u8);
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject && (arePredictions || areExplanations))
                {
                    parts.Search(reader, arePredictions);
                }

                reader.Skip();
            }

            return parts;
        }

        private void Search(Utf8JsonReader member, bool isOfPredictions)
        {
            HasExplanations |= !isOfPredictions;
            while (member.Read() && member.TokenType == JsonTokenType.PropertyName)
            {
                bool isData = isOfPredictions && member.ValueTextEquals("data"u8);
                bool isType = isOfPredictions && member.ValueTextEquals("content_type"u8);
                bool isList = !isOfPredictions && member.ValueTextEquals("kernel_shap"u8);
                member.Read();
                if (isData && member.TokenType == JsonTokenType.String)
                {
                    HasData = true;
                    Data = member;
                }
                else if (isType && member.TokenType == JsonTokenType.String)
                {
                    IsJson = member.ValueSpan.IndexOf("json"u8) >= 0;
                }
                else if (isList && member.TokenType == JsonTokenType.StartArray)
                {
                    HasList = true;
                    List = member;
                }

                member.Skip();
            }
        }
    }
}
