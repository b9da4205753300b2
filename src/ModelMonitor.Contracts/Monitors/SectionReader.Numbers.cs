using System.Globalization;
using System.Text.Json;
using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Monitors;

/// <content>Keys whose value is a number.</content>
internal sealed partial class SectionReader
{
    /// <summary>A number from 0 to 1; null when it is absent or wrong.</summary>
    public double? ReadFraction(string key) => ReadNumber(key, 0, 1, "a number from 0 to 1");

    /// <summary>A number that a metric can have as its value; null when it is absent or wrong.</summary>
    public double? ReadMetricValue(string key) => ReadNumber(key, -MetricLimits.LargestValue, MetricLimits.LargestValue, "a number");

    /// <summary>A number within bounds; null when it is absent or wrong.</summary>
    public double? ReadNumber(string key, double minimum, double maximum) =>
        ReadNumber(key, minimum, maximum, string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));

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
