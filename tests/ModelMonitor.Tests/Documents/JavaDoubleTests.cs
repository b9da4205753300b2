using System.Globalization;
using System.Text;
using CsCheck;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Documents;

public sealed class JavaDoubleTests
{
    // Java's own output: the Javadoc of Double.toString gives the rules; the long ones are from SageMaker's files.
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(325.0, "325.0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0012, "0.0012")]
    [InlineData(0.0009999, "9.999E-4")]
    [InlineData(1e-5, "1.0E-5")]
    [InlineData(100.0, "100.0")]
    [InlineData(1234567.0, "1234567.0")]
    [InlineData(9999999.999, "9999999.999")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(3.8e7, "3.8E7")]
    [InlineData(-3.8e7, "-3.8E7")]
    [InlineData(2147483647.0, "2.147483647E9")]
    [InlineData(14402689218.907343, "1.4402689218907343E10")]
    [InlineData(1e22, "1.0E22")]
    [InlineData(1e23, "1.0E23")]
    [InlineData(0.8919722497522299, "0.8919722497522299")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(2.2250738585072014E-308, "2.2250738585072014E-308")]
    public void ToString_Number_HasJavasForm(double value, string expected) =>
        Assert.Equal(expected, JavaDouble.ToString(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ToString_NotFinite_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JavaDouble.ToString(value));

    [Fact]
    public void Format_AnyFiniteNumber_ReadsBackAsTheSameBits() =>
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite).Sample(
            value =>
            {
                byte[] text = new byte[JavaDouble.MaximumLength];
                int length = JavaDouble.Format(value, text);
                double back = double.Parse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture);
                return BitConverter.DoubleToInt64Bits(back) == BitConverter.DoubleToInt64Bits(value) && length <= 24;
            },
            iter: 20_000);

    [Fact]
    public void Format_OrdinaryNumber_HasExponentOutsideItsRangeOnly() =>
        Gen.Double[-1e9, 1e9].Sample(
            value =>
            {
                string text = JavaDouble.ToString(value);
                double magnitude = Math.Abs(value);
                bool plain = magnitude is >= 1e-3 and < 1e7 or 0.0;
                int point = text.IndexOf('.', StringComparison.Ordinal);
                return text.Contains('E', StringComparison.Ordinal) != plain
                    && point > 0 && char.IsAsciiDigit(text[point - 1]) && char.IsAsciiDigit(text[point + 1])
                    && Encoding.UTF8.GetByteCount(text) == text.Length;
            },
            iter: 20_000);
}
