using System.Globalization;
using System.Numerics;
using System.Text;
using ModelMonitor.Datasets;

namespace ModelMonitor.Tests.Datasets;

public sealed class JavaDecimalTests
{
    // The rules of java.math.BigDecimal.toString, whose documentation has the cases 123E0 to -0 among its examples.
    [Theory]
    [InlineData("123", 0, "123")]
    [InlineData("-123", 0, "-123")]
    [InlineData("123", -1, "1.23E+3")]
    [InlineData("123", -3, "1.23E+5")]
    [InlineData("123", 1, "12.3")]
    [InlineData("123", 5, "0.00123")]
    [InlineData("123", 10, "1.23E-8")]
    [InlineData("-123", 12, "-1.23E-10")]
    [InlineData("0", 0, "0")]
    [InlineData("0", 2, "0.00")]
    [InlineData("0", 10, "0E-10")]
    [InlineData("1", 6, "0.000001")]
    [InlineData("1", 7, "1E-7")]
    [InlineData("5", -3, "5E+3")]
    [InlineData("150", 2, "1.50")]
    [InlineData("99999999999999999999999999999999999999", 10, "9999999999999999999999999999.9999999999")]
    public void Format_DigitsAndScale_GivesJavasText(string unscaled, int scale, string expected)
    {
        BigInteger digits = BigInteger.Parse(unscaled, CultureInfo.InvariantCulture);
        byte[] text = new byte[JavaDecimal.MaximumLength(digits)];

        int length = JavaDecimal.Format(digits, scale, text);

        Assert.Equal(expected, Encoding.ASCII.GetString(text, 0, length));
    }
}
