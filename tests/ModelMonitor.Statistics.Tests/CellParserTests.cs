using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed partial class CellParserTests
{
    private static readonly Gen<string> Digits = Gen.String[Gen.Char["0123456789"], 1, 25];

    private static readonly Gen<string> NumberLike = Gen.Select(
        Gen.OneOfConst("", "", "-", "+", "--"),
        Gen.OneOfConst("", "", "", " ", "  "),
        Gen.OneOf(Digits, Gen.Const("")),
        Gen.OneOf(Digits.Select(digits => "." + digits), Gen.OneOfConst("", ".", "..", ",5")),
        Gen.OneOf(
            Gen.Int[-350, 350].Select(exponent => "e" + exponent.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOfConst("", "", "E+5", "e", "E-", "e1.5", " ", "\n")),
        (sign, space, whole, fraction, exponent) => sign + space + whole + fraction + exponent);

    private static readonly Gen<string> Cells = Gen.Frequency(
        (6, NumberLike),
        (3, Gen.String[Gen.Char["+- .0123456789eE"], 0, 12]),
        (1, Gen.OneOfConst("true", "false", "True", "-true", "true ", "falsetrue", "1true", "NaN", "Infinity", "1_000", "0x1F", "１２")),
        (1, Gen.String));

    [Theory]
    [InlineData("5", CellType.Integral, 5.0)]
    [InlineData("+3", CellType.Integral, 3.0)]
    [InlineData("-0", CellType.Integral, -0.0)]
    [InlineData(" 5", CellType.Integral, 5.0)]
    [InlineData("- 5", CellType.Integral, double.NaN)]
    [InlineData("+ 5.25", CellType.Fractional, double.NaN)]
    [InlineData("007", CellType.Integral, 7.0)]
    [InlineData("5.0", CellType.Fractional, 5.0)]
    [InlineData(" 5.5", CellType.Fractional, 5.5)]
    [InlineData("-0.0", CellType.Fractional, -0.0)]
    [InlineData("1e5", CellType.Fractional, 1e5)]
    [InlineData("1E-5", CellType.Fractional, 1e-5)]
    [InlineData("1.5e+3", CellType.Fractional, 1500.0)]
    [InlineData("1e999", CellType.Fractional, double.PositiveInfinity)]
    [InlineData("-1e999", CellType.Fractional, double.NegativeInfinity)]
    [InlineData("1e-999", CellType.Fractional, 0.0)]
    [InlineData("0e99999999999", CellType.Fractional, 0.0)]
    [InlineData("9007199254740993", CellType.Integral, 9007199254740992.0)]
    [InlineData("9007199254740993.0", CellType.Fractional, 9007199254740992.0)]
    [InlineData("12345678901234567890", CellType.Integral, 12345678901234567890.0)]
    [InlineData("0.12345678901234567890123", CellType.Fractional, 0.12345678901234567890123)]
    [InlineData("true", CellType.Boolean, double.NaN)]
    [InlineData("false", CellType.Boolean, double.NaN)]
    [InlineData("True", CellType.String, double.NaN)]
    [InlineData("-true", CellType.String, double.NaN)]
    [InlineData(".5", CellType.String, double.NaN)]
    [InlineData("5.", CellType.String, double.NaN)]
    [InlineData("5.e1", CellType.String, double.NaN)]
    [InlineData("1e", CellType.String, double.NaN)]
    [InlineData("1e+", CellType.String, double.NaN)]
    [InlineData("  5", CellType.String, double.NaN)]
    [InlineData("5 ", CellType.String, double.NaN)]
    [InlineData("5\n", CellType.String, double.NaN)]
    [InlineData(" -5", CellType.String, double.NaN)]
    [InlineData("--5", CellType.String, double.NaN)]
    [InlineData("-", CellType.String, double.NaN)]
    [InlineData(" ", CellType.String, double.NaN)]
    [InlineData("NaN", CellType.String, double.NaN)]
    [InlineData("Infinity", CellType.String, double.NaN)]
    [InlineData("1,000", CellType.String, double.NaN)]
    [InlineData("0x1F", CellType.String, double.NaN)]
    [InlineData("١", CellType.String, double.NaN)] // a digit, but no ASCII one
    public void Parse_OfAKnownCell_TellsTypeAndValue(string cell, CellType type, double value)
    {
        AssertParses(cell, type, value);
        Assert.Equal(PatternType(cell), type);
    }

    [Fact]
    public void Parse_OfADigitStringLongerThanAnyDouble_IsInfinite()
    {
        AssertParses(new string('9', 400), CellType.Integral, double.PositiveInfinity);
        AssertParses("0." + new string('0', 400) + "1", CellType.Fractional, 0.0);
        AssertParses(new string('0', 400) + "1", CellType.Integral, 1.0);
    }

    [Fact]
    public void Parse_OfAnyText_AgreesWithDeequsPatterns() =>
        Cells.Sample(
            cell =>
            {
                CellType type = CellParser.Parse(Encoding.UTF8.GetBytes(cell), out _);
                Assert.Equal(PatternType(cell), type);
            },
            iter: 50_000);

    [Fact]
    public void Parse_OfAnyNumber_IsRoundedAsTheRuntimeDoes() =>
        NumberLike.Sample(
            cell =>
            {
                if (IsCastableNumber(cell))
                {
                    AssertRoundedAsTheRuntimeDoes(cell);
                }
            },
            iter: 50_000);

    /// <summary>Decimals of 15 to 19 digits lie close to the middle of two doubles now and then.</summary>
    [Fact]
    public void Parse_OfALongDecimal_IsRoundedAsTheRuntimeDoes() =>
        Gen.Select(Gen.ULong[1, 9_999_999_999_999_999_999], Gen.Int[0, 18], Gen.Bool).Sample(
            (mantissa, fractionDigits, negative) =>
            {
                string digits = mantissa.ToString(CultureInfo.InvariantCulture).PadLeft(fractionDigits + 1, '0');
                string cell = (negative ? "-" : "") + digits[..^fractionDigits]
                    + (fractionDigits == 0 ? "" : "." + digits[^fractionDigits..]);
                AssertRoundedAsTheRuntimeDoes(cell);
            },
            iter: 50_000);

    /// <summary>The exact middle of two doubles and its neighbours, the hardest decimals to round.</summary>
    [Fact]
    public void Parse_AtTheMiddleOfTwoDoubles_IsRoundedAsTheRuntimeDoes() =>
        Gen.Select(Gen.Long[1L << 53, (1L << 54) - 1], Gen.Int[0, 4], Gen.Int[-1, 1]).Sample(
            (odd, halvings, nudge) =>
            {
                // odd / 2^halvings has at most 17 + 4 digits; the nudge changes the last one.
                decimal exact = (odd | 1) / (decimal)(1 << halvings) + nudge * 0.0001m;
                AssertRoundedAsTheRuntimeDoes(exact.ToString(CultureInfo.InvariantCulture));
            },
            iter: 50_000);

    [Fact]
    public void Parse_OfADoublesOwnText_GivesItBack() =>
        Gen.Double.Where(double.IsFinite).Sample(
            number =>
            {
                string cell = number.ToString("R", CultureInfo.InvariantCulture);
                CellParser.Parse(Encoding.UTF8.GetBytes(cell), out double value);
                Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(value));
            },
            iter: 50_000);

    private static void AssertRoundedAsTheRuntimeDoes(string cell) =>
        AssertParses(cell, PatternType(cell), double.Parse(cell.TrimStart(' '), NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>Bit for bit; once as the cell alone, once as a slice of a longer text.</summary>
    private static void AssertParses(string cell, CellType type, double value)
    {
        byte[] alone = Encoding.UTF8.GetBytes(cell);
        byte[] embedded = [.. "9.9"u8, .. alone, .. "9.9e9"u8];
        Assert.Equal(type, CellParser.Parse(alone, out double parsed));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(parsed));
        Assert.Equal(type, CellParser.Parse(embedded.AsSpan(3, alone.Length), out parsed));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(parsed));
    }

    private static bool IsCastableNumber(string cell) =>
        PatternType(cell) is CellType.Integral or CellType.Fractional && cell.IndexOf(' ', StringComparison.Ordinal) <= 0;

    private static CellType PatternType(string cell) =>
        Fractional().IsMatch(cell) ? CellType.Fractional
        : Integral().IsMatch(cell) ? CellType.Integral
        : cell is "true" or "false" ? CellType.Boolean
        : CellType.String;

    // Deequ's patterns (StatefulDataType, 2.0.2), which Scala applies to the whole cell, and in which \d is ASCII.
    [GeneratedRegex(@"\A(-|\+)? ?[0-9]+((\.[0-9]+)|((?:\.[0-9]+)?[Ee][-+]?[0-9]+))\z")]
    private static partial Regex Fractional();

    [GeneratedRegex(@"\A(-|\+)? ?[0-9]+\z")]
    private static partial Regex Integral();
}
