using System.Globalization;
using System.Text;
using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class CellParserPathsTests
{
    [Fact]
    public void Parse_ShortTexts_EqualsByteByByteParsing() =>
        Gen.Char["0123456789.-+e xT"].Array[1, 18].Sample(AssertPathsAgree, iter: 300_000);

    [Fact]
    public void Parse_ShortDecimals_EqualsByteByByteParsing() =>
        Gen.Select(Gen.Int[-9_999_999, 99_999_999], Gen.Int[0, 6]).Sample(
            (number, scale) => AssertPathsAgree(
                (number / (decimal)Math.Pow(10, scale)).ToString(CultureInfo.InvariantCulture).ToCharArray()),
            iter: 100_000);

    [Fact]
    public void Parse_MediumDecimals_EqualsByteByByteParsing() =>
        Gen.Select(Gen.Long[-999_999_999_999_999, 9_999_999_999_999_999], Gen.Int[0, 14]).Sample(
            (number, scale) => AssertPathsAgree(
                (number / (decimal)Math.Pow(10, scale)).ToString(CultureInfo.InvariantCulture).ToCharArray()),
            iter: 200_000);

    [Fact]
    public void Parse_MediumTextsWithOneOddCharacter_EqualsByteByByteParsing() =>
        Gen.Select(Gen.Char["0123456789"].Array[8, 17], Gen.Int[0, 17], Gen.Char[".-+e :/"]).Sample(
            (text, place, odd) =>
            {
                text[place % text.Length] = odd;
                AssertPathsAgree(text);
            },
            iter: 200_000);

    [Fact]
    public void Parse_LongDecimals_EqualsTheRuntimeBitForBit() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 18]).Sample(
            (digits, point) =>
            {
                string text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(19, '0')[..19].Insert(19 - point, point == 0 ? "" : ".");
                CellParser.Parse(Encoding.ASCII.GetBytes(text), out double value);
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)),
                    BitConverter.DoubleToInt64Bits(value));
            },
            iter: 100_000);

    [Fact]
    public void Parse_ShortestRoundTrips_EqualsTheRuntimeBitForBit() =>
        Gen.Double[0, 1].Sample(
            number =>
            {
                string text = number.ToString("F17", CultureInfo.InvariantCulture);
                CellParser.Parse(Encoding.ASCII.GetBytes(text), out double value);
                Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
            },
            iter: 100_000);

    [Fact]
    public void Parse_AnyDecimalWithExponent_EqualsTheRuntimeBitForBit() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 18], Gen.Int[-60, 60]).Sample(
            (digits, length, exponent) =>
            {
                string text = string.Create(
                    CultureInfo.InvariantCulture, $"{digits.ToString(CultureInfo.InvariantCulture)[..1]}.{digits % (ulong)Math.Pow(10, length)}e{exponent}");
                CellParser.Parse(Encoding.ASCII.GetBytes(text), out double value);
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)),
                    BitConverter.DoubleToInt64Bits(value));
            },
            iter: 200_000);

    private static void AssertPathsAgree(char[] text)
    {
        byte[] cell = Encoding.ASCII.GetBytes(text);
        CellType expectedType = CellParser.ParseAny(cell, out double expected);
        CellType type = CellParser.Parse(cell, out double value);
        Assert.Equal(expectedType, type);
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }
}
