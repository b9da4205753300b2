using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Reading;

/// <summary>Adds the Kernel SHAP explanation of one record to its cells.</summary>
/// <remarks>
/// Cells are called <c>explanations.kernel_shap.{feature}.attribution.{label}</c>, both numbers from 0, and <c>explanations.kernel_shap.{feature}.feature_header</c> where the
/// endpoint knows headers. The parts of a text, each with attributions of its own, are added up, so that a feature has as many cells however long its text is.
/// </remarks>
internal sealed class ExplanationFlattener
{
    /// <summary>What the names of the cells start with.</summary>
    public const string Prefix = "explanations.kernel_shap.";

    /// <summary>What follows the feature's number in the name of an attribution.</summary>
    public const string Attribution = "attribution";

    /// <summary>What follows the feature's number in the name of its header.</summary>
    public const string Header = "feature_header";

    /// <summary>The most labels of a feature; attributions to further ones are not followed, for they come from traffic.</summary>
    public const int MaximumLabels = 1_000;

    /// <summary>Why a record was refused.</summary>
    public const string TooLong = "the names of nested members, written out, are too long altogether";

    private const int LongestNumber = 32;

    private readonly List<LabelSum> _sums = [];
    private readonly byte[] _name = new byte[Prefix.Length + Header.Length + 2 * LongestNumber];

    /// <summary>Adds an explanation: a list of features, or null.</summary>
    /// <param name="reader">At the value; left at its end.</param>
    /// <param name="records">Where the cells are added.</param>
    /// <returns>False when there is no room for their names.</returns>
    public bool TryAdd(ref Utf8JsonReader reader, RecordBuffer records)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return true;
        }

        bool isAdded = true;
        for (int feature = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; feature++)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                isAdded &= TryAddFeature(ref reader, feature, records);
            }

            reader.Skip();
        }

        return isAdded;
    }

    private bool TryAddFeature(ref Utf8JsonReader reader, int feature, RecordBuffer records)
    {
        bool isAdded = true;
        _sums.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isHeader = reader.ValueTextEquals("feature_header"u8);
            bool areAttributions = reader.ValueTextEquals("attributions"u8);
            reader.Read();
            if (isHeader && reader.TokenType == JsonTokenType.String)
            {
                bool isValid = JsonText.TryUnescape(reader.ValueSpan, records.Reserve(reader.ValueSpan.Length), out int length);
                isAdded &= !isValid || records.TryAddNamed(Name(feature, Header, label: -1), records.Commit(length), length);
            }
            else if (areAttributions && reader.TokenType == JsonTokenType.StartArray)
            {
                AddParts(ref reader);
            }

            reader.Skip();
        }

        for (int label = 0; label < _sums.Count; label++)
        {
            if (_sums[label].HasValue)
            {
                bool isWritten = _sums[label].Value.TryFormat(records.Reserve(LongestNumber), out int length, "R", CultureInfo.InvariantCulture);
                isAdded &= isWritten && records.TryAddNamed(Name(feature, Attribution, label), records.Commit(length), length);
            }
        }

        return isAdded;
    }

    private void AddParts(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isAttribution = reader.ValueTextEquals("attribution"u8);
                reader.Read();
                if (isAttribution && reader.TokenType == JsonTokenType.StartArray)
                {
                    AddLabels(ref reader);
                }

                reader.Skip();
            }
        }
    }

    private void AddLabels(ref Utf8JsonReader reader)
    {
        for (int label = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; label++)
        {
            if (label < MaximumLabels)
            {
                if (label == _sums.Count)
                {
                    _sums.Add(default);
                }

                _sums[label] = reader.TokenType switch
                {
                    JsonTokenType.Null => _sums[label],
                    JsonTokenType.Number when reader.TryGetDouble(out double value) => new LabelSum(true, _sums[label].Value + value),
                    _ => new LabelSum(true, double.NaN),
                };
            }

            reader.Skip();
        }
    }

    private ReadOnlySpan<byte> Name(int feature, string kind, int label)
    {
        Span<byte> name = _name;
        int length = System.Text.Encoding.ASCII.GetBytes(Prefix, name);
        Utf8Formatter.TryFormat(feature, name[length..], out int digits);
        length += digits;
        name[length++] = (byte)'.';
        length += System.Text.Encoding.ASCII.GetBytes(kind, name[length..]);
        if (label >= 0)
        {
            name[length++] = (byte)'.';
            Utf8Formatter.TryFormat(label, name[length..], out digits);
            length += digits;
        }

        return name[..length];
    }

    /// <summary>What the parts of a feature contribute to a label.</summary>
    /// <param name="HasValue">Whether any part does.</param>
    /// <param name="Value">The sum; no number when a part has none.</param>
    private readonly record struct LabelSum(bool HasValue, double Value);
}
