using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>
/// Reads the keys of one object of a monitor file. What is missing takes its default; what is wrong is noted
/// and takes its default too, so that one reading finds every fault.
/// </summary>
/// <remarks>A key is known once it has been asked for; <see cref="Finish"/> reports the others.</remarks>
internal sealed partial class SectionReader
{
    private readonly JsonPlace _place;
    private readonly MonitorReadingLog _log;
    private readonly List<string> _known = [];

    public SectionReader(JsonPlace place, MonitorReadingLog log)
    {
        _place = place;
        _log = log;
    }

    /// <summary>The section's keys in the order of the file.</summary>
    public IEnumerable<string> Keys => _place.Members.Select(member => member.Key).Distinct(StringComparer.Ordinal);

    /// <summary>A key's value; null when it is absent.</summary>
    public JsonPlace? Find(string key)
    {
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        _log.AddKnownKey(JsonPlace.PathOf(_place.Path, key));
        int index = _place.Members.FindIndex(member => member.Key == key);
        return index < 0 ? null : _place.Members[index].Value;
    }

    /// <summary>Notes a problem with a key's value, or with its absence.</summary>
    public void Report(string key, string message)
    {
        int index = _place.Members.FindIndex(member => member.Key == key);
        _log.AddProblem(index < 0 ? _place with { Path = JsonPlace.PathOf(_place.Path, key) } : _place.Members[index].Value, message);
    }

    /// <summary>Notes a problem with the whole section.</summary>
    public void Report(string message) => _log.AddProblem(_place, message);

    /// <summary>A string, which must pass a test; null when it is absent or wrong.</summary>
    public string? ReadString(string key, Func<string, bool> isValid, string expectation)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.String && isValid(value.Text))
        {
            return value.Text;
        }

        ReportExpected(value, expectation);
        return null;
    }

    /// <summary>A string that may not be absent.</summary>
    public string? ReadRequiredString(string key, Func<string, bool> isValid, string expectation)
    {
        string? text = ReadString(key, isValid, expectation);
        ReportIfMissing(key, expectation);
        return text;
    }

    /// <summary>A Boolean.</summary>
    public bool ReadBoolean(string key, bool defaultValue)
    {
        switch (Find(key))
        {
            case null:
                return defaultValue;
            case { Kind: JsonValueKind.True }:
                return true;
            case { Kind: JsonValueKind.False }:
                return false;
            case { } other:
                ReportExpected(other, "true or false");
                return defaultValue;
        }
    }

    /// <summary>A duration within bounds; null when it is absent or wrong.</summary>
    public TimeSpan? ReadDuration(string key, TimeSpan minimum, TimeSpan maximum)
    {
        string? text = ReadString(
            key,
            candidate => DurationText.TryParse(candidate, out TimeSpan length) && length >= minimum && length <= maximum,
            $"an ISO 8601 duration from {IsoDuration.Format(minimum)} to {IsoDuration.Format(maximum)}, such as PT1H or 1h");
        return text is not null && DurationText.TryParse(text, out TimeSpan duration) ? duration : null;
    }

    /// <summary>One of some words, spelt exactly.</summary>
    public T ReadChoice<T>(string key, T defaultValue, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Find(key) is not { } value)
        {
            return defaultValue;
        }

        string words = "";
        foreach ((string word, T choice) in choices)
        {
            if (value.Kind == JsonValueKind.String && value.Text == word)
            {
                return choice;
            }

            words += words.Length == 0 ? $"\"{word}\"" : $" or \"{word}\"";
        }

        ReportExpected(value, words);
        return defaultValue;
    }

    /// <summary>A section within this one; null when it is absent or no object.</summary>
    public SectionReader? ReadSection(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.Object)
        {
            return new SectionReader(value, _log);
        }

        ReportExpected(value, "an object");
        return null;
    }

    /// <summary>Reports keys that nothing asked for, and keys that stand twice.</summary>
    public void Finish()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string key, JsonPlace value) in _place.Members)
        {
            if (!seen.Add(key))
            {
                _log.AddProblem(value, "stands twice; remove one");
            }
            else if (!_known.Contains(key))
            {
                string? nearest = EditDistance.FindNearest(key, _known);
                _log.AddProblem(value, nearest is null
                    ? $"unknown key; known here: {string.Join(", ", _known)}"
                    : $"unknown key; did you mean {nearest}?");
            }
        }
    }

    private void ReportIfMissing(string key, string expectation)
    {
        if (!_place.Members.Exists(member => member.Key == key))
        {
            Report(key, $"is missing; give {expectation}");
        }
    }

    private void ReportExpected(JsonPlace value, string expectation) =>
        _log.AddProblem(value, $"expected {expectation}, found {value.Description}");
}
