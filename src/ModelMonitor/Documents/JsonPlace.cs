using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace ModelMonitor.Documents;

/// <summary>A value in a JSON document that knows where it stands, so that every complaint names its place.</summary>
/// <remarks>Unknown members are ignored and null counts as absent. Anything unexpected throws <see cref="ConfigurationException"/>.</remarks>
internal sealed class JsonPlace
{
    private const int LongestQuote = 60;

    private readonly string _source;
    private readonly JsonElement _element;
    private readonly LiftedNumbers? _lifted;
    private readonly JsonPlace? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPlace(string source, JsonElement root, LiftedNumbers? lifted)
    {
        (_source, _element, _lifted) = (source, root, lifted);
    }

    private JsonPlace(JsonPlace parent, JsonElement element, string? name, int index)
    {
        (_source, _lifted, _element, _parent, _name, _index) = (parent._source, parent._lifted, element, parent, name, index);
    }

    /// <summary>The JSON path of the value: <c>$.features[3].name</c>.</summary>
    public string Path => _parent is null ? "$"
        : _name is null ? string.Create(CultureInfo.InvariantCulture, $"{_parent.Path}[{_index}]")
        : $"{_parent.Path}.{_name}";

    /// <summary>Parses a document and reads it.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="read">Reads the outermost object.</param>
    public static T Read<T>(string source, ReadOnlyMemory<byte> utf8, Func<JsonPlace, T> read)
    {
        utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new ConfigurationException(source, string.Empty, "expected JSON in UTF-8, found bytes that are not");
        }

        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new ConfigurationException(source, string.Empty, "expected JSON, found an empty file");
        }

        if (LiftedNumbers.Of(utf8.Span) is { } lifted)
        {
            try
            {
                return Read(source, lifted.Rest, lifted, read);
            }
            catch (ConfigurationException)
            {
                // Read once more as it is: the complaint is to name the place in the whole text.
            }
        }

        return Read(source, utf8, null, read);
    }

    private static T Read<T>(string source, ReadOnlyMemory<byte> utf8, LiftedNumbers? lifted, Func<JsonPlace, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            JsonPlace root = new(source, document.RootElement, lifted);
            root.Expect(JsonValueKind.Object, "an object");
            return read(root);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException(source, string.Empty, string.Create(
                CultureInfo.InvariantCulture,
                $"expected JSON, found something else at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }
        catch (InvalidOperationException)
        {
            // The only one that reading elements of a checked kind can throw: \uD800 without its other half.
            throw new ConfigurationException(source, string.Empty, "expected Unicode text, found an escape of half a surrogate pair");
        }
    }

    /// <summary>A member that must be there.</summary>
    public JsonPlace Required(string name)
    {
        JsonPlace? member = Optional(name);
        return member ?? throw new ConfigurationException(_source, $"{Path}.{name}", "expected a value, found none");
    }

    /// <summary>A member; null when it is absent or null.</summary>
    public JsonPlace? Optional(string name)
    {
        Expect(JsonValueKind.Object, "an object");
        return _element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? new JsonPlace(this, member, name, index: 0)
            : null;
    }

    /// <summary>The members in their order, those without a value left out.</summary>
    public IEnumerable<(string Name, JsonPlace Value)> Members()
    {
        Expect(JsonValueKind.Object, "an object");
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                yield return (member.Name, new JsonPlace(this, member.Value, member.Name, index: 0));
            }
        }
    }

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>Reads each item of an array.</summary>
    public List<T> Items<T>(Func<JsonPlace, T> read)
    {
        Expect(JsonValueKind.Array, "an array");
        if (_lifted?.Find(_element) is not null)
        {
            throw Unexpected("an array of something else than numbers");
        }

        List<T> items = new(_element.GetArrayLength());
        foreach (JsonElement item in _element.EnumerateArray())
        {
            items.Add(read(new JsonPlace(this, item, name: null, items.Count)));
        }

        return items;
    }

    /// <summary>Reads each member of an object; null ones, too, and a name that stands twice each time.</summary>
    public List<T> Members<T>(Func<JsonPlace, string, T> read)
    {
        Expect(JsonValueKind.Object, "an object");
        List<T> members = [];
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            members.Add(read(new JsonPlace(this, member.Value, member.Name, index: 0), member.Name));
        }

        return members;
    }

    /// <summary>A string, or a number or a truth value as it is written; Python's <c>True</c> and <c>False</c> for the latter.</summary>
    public string Scalar() => _element.ValueKind switch
    {
        JsonValueKind.String => _element.GetString()!,
        JsonValueKind.Number => _element.GetRawText(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => throw Unexpected("a string or a number"),
    };

    /// <summary>A number, also one of the texts <c>Infinity</c> and <c>-Infinity</c>.</summary>
    public double Measure() => Word() switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => Number(),
    };

    /// <summary>Whether it is an array.</summary>
    public bool IsArray => _element.ValueKind == JsonValueKind.Array;

    /// <summary>An array of finite numbers.</summary>
    public double[] Numbers()
    {
        Expect(JsonValueKind.Array, "an array of numbers");
        if (_lifted?.Find(_element) is { } read)
        {
            return read;
        }

        double[] numbers = new double[_element.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in _element.EnumerateArray())
        {
            if (!TryGetNumber(item, out numbers[count]))
            {
                throw new JsonPlace(this, item, name: null, count).Unexpected("a number");
            }

            count++;
        }

        return numbers;
    }

    /// <summary>A string.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "a string");
        return _element.GetString()!;
    }

    /// <summary>A finite number.</summary>
    public double Number() => TryGetNumber(_element, out double value) ? value : throw Unexpected("a number");

    /// <summary>A number within a range, ends included.</summary>
    public double NumberIn(double minimum, double maximum) =>
        TryGetNumber(_element, out double value) && value >= minimum && value <= maximum
            ? value
            : throw Unexpected(double.IsInfinity(maximum)
                ? string.Create(CultureInfo.InvariantCulture, $"a number not below {minimum}")
                : string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));

    /// <summary>A whole number, not negative; it may be written as <c>3.0</c>.</summary>
    public long Count()
    {
        const double LargestExact = 1L << 53;
        return TryGetNumber(_element, out double value) && value is >= 0 and <= LargestExact && Math.Floor(value) == value
            ? (long)value
            : throw Unexpected("a whole number, not negative");
    }

    /// <summary>An instant as ISO 8601 writes it, with its offset.</summary>
    public DateTimeOffset Time() =>
        _element.ValueKind == JsonValueKind.String && _element.TryGetDateTimeOffset(out DateTimeOffset time)
            ? time.ToUniversalTime()
            : throw Unexpected("an instant such as 2026-11-22T10:00:00Z");

    /// <summary>True or false.</summary>
    public bool Truth() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false"),
    };

    /// <summary>One of AWS's two words for on and off.</summary>
    public bool Enabled() => Word() switch
    {
        "Enabled" => true,
        "Disabled" => false,
        _ => throw Unexpected("Enabled or Disabled"),
    };

    /// <summary>The text when it is a string, otherwise an empty one: for a switch that complains by itself.</summary>
    public string Word() => _element.ValueKind == JsonValueKind.String ? _element.GetString()! : string.Empty;

    /// <summary>The exception that says what was expected here and what was found.</summary>
    public ConfigurationException Unexpected(string expected) => new(_source, Path, $"expected {expected}, found {Found()}");

    private void Expect(JsonValueKind kind, string expected)
    {
        if (_element.ValueKind != kind)
        {
            throw Unexpected(expected);
        }
    }

    private string Found()
    {
        string text = _element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => $"\"{_element.GetString()}\"",
            _ => _element.GetRawText(),
        };
        return text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote)}…";
    }

    private static bool TryGetNumber(JsonElement element, out double value)
    {
        value = 0.0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out value) && double.IsFinite(value);
    }
}
