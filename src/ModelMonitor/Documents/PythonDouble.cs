using System.Globalization;

namespace ModelMonitor.Documents;

/// <summary>Writes doubles as Python's <c>repr</c> does: <c>0.25</c>, <c>1.0</c>, <c>7.9e-06</c>, <c>1e+16</c>.</summary>
/// <remarks>The digits are the shortest that read back as the same double. From 0.0001 up to, not including, 1e16 there is no exponent.</remarks>
public static class PythonDouble
{
    /// <summary>The text of a finite number.</summary>
    public static string ToString(double value)
    {
        if (value == 0.0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        string text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int shift = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string all = mantissa.Replace(".", "", StringComparison.Ordinal);
        string digits = all.TrimStart('0');
        int exponent = (point < 0 ? mantissa.Length : point) - (all.Length - digits.Length) - 1 + shift;
        digits = digits.TrimEnd('0');
        string sign = value < 0.0 ? "-" : "";
        if (exponent is < -4 or >= 16)
        {
            string fraction = digits.Length == 1 ? "" : $".{digits[1..]}";
            return string.Create(
                CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        return exponent < 0 ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : digits.Length <= exponent + 1 ? $"{sign}{digits.PadRight(exponent + 1, '0')}.0"
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }
}
