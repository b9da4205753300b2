using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <content>Keys whose value is a number.</content>
internal sealed partial class SectionReader
{
    /// <summary>A number from 0 to 1; null when it is absent or wrong.</summary>
    public double? ReadFraction(string key) => ReadNumber(key, 0, 1, "a number from 0 to 1");

    /// <summary>A number that may not be absent; null when it is absent or wrong.</summary>
    public double? ReadRequiredNumber(string key, double minimum, double maximum)
    {
        const string Expectation = "a number";
        double? number = ReadNumber(key, minimum, maximum, Expectation);
        ReportIfMissing(key, Expectation);
        return number;
    }

    /// <summary>A whole number within bounds; null when it is absent or wrong.</summary>
    public int? ReadInteger(string key, int minimum, int maximum)
    {
        string expectation = string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}");
        if (ReadNumber(key, minimum, maximum, expectation) is not { } number)
        {
            return null;
        }

        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        ReportExpected(Find(key)!, expectation);
        return null;
    }

    private double? ReadNumber(string key, double minimum, double maximum, string expectation)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.Number
            && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        ReportExpected(value, expectation);
        return null;
    }
}
