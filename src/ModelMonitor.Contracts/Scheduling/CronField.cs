using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelMonitor.Contracts.Scheduling;

/// <summary>One field of a cron expression: a set of numbers within the field's bounds.</summary>
/// <remarks>Understands <c>*</c>, numbers, names, lists <c>a,b</c>, ranges <c>a-b</c> and steps <c>*/n</c>, <c>a/n</c>, <c>a-b/n</c>.</remarks>
internal sealed class CronField
{
    private readonly CronFieldKind _kind;
    private readonly bool[] _values;

    private CronField(CronFieldKind kind, string text)
    {
        _kind = kind;
        _values = new bool[kind.Maximum - kind.Minimum + 1];
        Text = text;
    }

    /// <summary>The field, with names and wrapped steps written out as plain numbers.</summary>
    public string Text { get; private set; }

    /// <summary>Whether the field is <c>?</c>: it leaves the choice of days to the other day field.</summary>
    public bool IsUnspecified => Text == "?";

    /// <summary>Parses a field, or says in <paramref name="error"/> what was expected.</summary>
    public static bool TryParse(
        CronFieldKind kind, string text, [NotNullWhen(true)] out CronField? field, [NotNullWhen(false)] out string? error)
    {
        field = null;
        CronField parsed = new(kind, text);
        if (text is "*" or "?")
        {
            if (text == "?" && !kind.MayBeUnspecified)
            {
                error = $"the {kind.Name} of a cron expression cannot be '?'; write '*' for any";
                return false;
            }

            Array.Fill(parsed._values, true);
        }
        else
        {
            foreach (string part in text.Split(','))
            {
                if (!parsed.TryAdd(part))
                {
                    error = $"expected {kind.Description} as the {kind.Name} of a cron expression, found '{text}'";
                    return false;
                }
            }
        }

        error = null;
        field = parsed;
        return true;
    }

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(int value) => value >= _kind.Minimum && value <= _kind.Maximum && _values[value - _kind.Minimum];

    /// <summary>The greatest number of the set up to and including one; -1 when there is none.</summary>
    public int LastAtOrBelow(int value)
    {
        for (int i = Math.Min(value, _kind.Maximum); i >= _kind.Minimum; i--)
        {
            if (_values[i - _kind.Minimum])
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether another set of the same kind contains every number of this one.</summary>
    public bool IsWithin(CronField other) => !_values.Where((isIn, i) => isIn && !other._values[i]).Any();

    private bool TryAdd(string part)
    {
        int slash = part.IndexOf('/', StringComparison.Ordinal);
        string range = slash < 0 ? part : part[..slash];
        int step = 1;
        if (slash >= 0 && (!TryParseNumber(part[(slash + 1)..], out step) || step < 1))
        {
            return false;
        }

        int dash = range.IndexOf('-', StringComparison.Ordinal);
        int first = _kind.Minimum;
        int last = _kind.Maximum;
        if (dash > 0)
        {
            if (!TryParseValue(range[..dash], out first) || !TryParseValue(range[(dash + 1)..], out last) || last < first)
            {
                return false;
            }
        }
        else if (range != "*")
        {
            if (!TryParseValue(range, out first))
            {
                return false;
            }

            last = slash < 0 ? first : last;
            if (slash >= 0 && _kind.Wraps && _values.Length % step == 0)
            {
                first %= step;
                WriteOut(part, first, last, step);
            }
        }

        for (int i = first; i <= last; i += step)
        {
            _values[i - _kind.Minimum] = true;
        }

        return true;
    }

    private void WriteOut(string part, int first, int last, int step)
    {
        List<int> values = [];
        for (int i = first; i <= last; i += step)
        {
            values.Add(i);
        }

        string[] parts = Text.Split(',');
        parts[Array.IndexOf(parts, part)] = string.Join(',', values);
        Text = string.Join(',', parts);
    }

    private bool TryParseValue(string text, out int value)
    {
        int name = Array.FindIndex(_kind.Names, candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            value = _kind.Minimum + name;
            return true;
        }

        return TryParseNumber(text, out value) && value >= _kind.Minimum && value <= _kind.Maximum;
    }

    private static bool TryParseNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 9999;
}
