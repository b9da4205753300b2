using System.Globalization;
using System.Text;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>Which cells of a column are meant by the values of a configuration.</summary>
/// <remarks>
/// A cell is a value when both are the same number, or the same text; Python's <c>True</c> and <c>False</c> are JSON's.
/// One number alone may be a threshold: whether it is one depends on the whole column, so that the rule tells cells
/// below, at and above it apart.
/// </remarks>
internal sealed class ValueRule
{
    private readonly byte[][] _texts;
    private readonly double[] _numbers; // NaN for a value that is no number
    private readonly double _lower;
    private readonly double _upper;

    public ValueRule(IReadOnlyList<string> values, ValueMatch match)
    {
        Values = values;
        Match = match;
        _texts = [.. values.Select(value => Encoding.UTF8.GetBytes(value is "True" or "False" ? value.ToLowerInvariant() : value))];
        _numbers = [.. values.Select(value => double.TryParse(
            value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : double.NaN)];
        IsInterval = match != ValueMatch.Above && values.Count == 1 && TryReadInterval(values[0], out _lower, out _upper);
    }

    /// <summary>The values as configured.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How they are meant.</summary>
    public ValueMatch Match { get; }

    /// <summary>Whether it is a single number that is a threshold, or is one where the column is continuous.</summary>
    public bool MayBeThreshold => Match != ValueMatch.Values && Values.Count == 1 && !double.IsNaN(_numbers[0]);

    /// <summary>The number where <see cref="MayBeThreshold"/>.</summary>
    public double Threshold => _numbers[0];

    /// <summary>Whether it is an interval such as <c>(30, 60]</c>.</summary>
    public bool IsInterval { get; }

    /// <summary>Whether each value of the column is a facet of its own.</summary>
    public bool IsEach => Values.Count == 0;

    /// <summary>Whether both choose the same cells.</summary>
    public bool IsSame(ValueRule other) => Match == other.Match && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <summary>Where a present cell stands.</summary>
    public byte Classify(ReadOnlySpan<byte> cell, CellType type, double number)
    {
        bool isNumber = type is CellType.Integral or CellType.Fractional && !double.IsNaN(number);
        if (IsInterval)
        {
            return !isNumber ? MatchCodes.Other : number > _lower && number <= _upper ? MatchCodes.Equal : MatchCodes.Below;
        }

        if (MayBeThreshold)
        {
            return !isNumber ? MatchCodes.Other
                : number < _numbers[0] ? MatchCodes.Below
                : number > _numbers[0] ? MatchCodes.Above : MatchCodes.Equal;
        }

        for (int i = 0; i < _texts.Length; i++)
        {
            if (isNumber ? number == _numbers[i] : cell.SequenceEqual(_texts[i]) || IsSameTruth(cell, _texts[i]))
            {
                return MatchCodes.Equal;
            }
        }

        return MatchCodes.Other;
    }

    /// <summary>What a code means: 0 for nothing, 1 for not one of the values, 2 for one of them.</summary>
    /// <param name="code">One of <see cref="MatchCodes"/>.</param>
    /// <param name="isContinuous">Whether the single number is a threshold.</param>
    /// <param name="isSageMaker">Whether, as with pandas, what is missing is none of the values.</param>
    public int Resolve(byte code, bool isContinuous, bool isSageMaker) => code switch
    {
        MatchCodes.Missing => isSageMaker ? 1 : 0,
        MatchCodes.Equal => isContinuous ? 1 : 2,
        MatchCodes.Above => isContinuous ? 2 : 1,
        MatchCodes.Other => IsInterval && !isSageMaker ? 0 : 1,
        _ => 1,
    };

    private static bool IsSameTruth(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> text) =>
        (text.SequenceEqual("true"u8) && cell.SequenceEqual("True"u8)) || (text.SequenceEqual("false"u8) && cell.SequenceEqual("False"u8));

    private static bool TryReadInterval(string text, out double lower, out double upper)
    {
        (lower, upper) = (0.0, 0.0);
        string[] ends = text is ['(', .., ']'] ? text[1..^1].Split(',') : [];
        return ends.Length == 2 && TryReadEnd(ends[0], out lower) && TryReadEnd(ends[1], out upper) && lower < upper;
    }

    private static bool TryReadEnd(string text, out double end)
    {
        end = text.Trim() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            string number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double read) ? read : double.NaN,
        };
        return !double.IsNaN(end);
    }
}
