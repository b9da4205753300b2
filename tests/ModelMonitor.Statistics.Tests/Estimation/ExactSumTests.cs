using System.Numerics;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Tests.Estimation;

public sealed class ExactSumTests
{
    [Fact]
    public void Value_OfNumbersThatCancel_HasWhatIsLeft() => Assert.Equal(2.0, SumOf(1e100, 1.0, -1e100, 1.0).Value);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.1)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(-2.2250738585072014E-308)]
    public void Value_OfOneNumber_IsThatNumber(double number) => Assert.Equal(number, SumOf(number).Value);

    [Fact]
    public void Value_BeyondADouble_IsInfinite() => Assert.Equal(double.PositiveInfinity, SumOf(double.MaxValue, double.MaxValue).Value);

    [Fact]
    public void Value_BetweenTwoDoubles_IsTheNearest()
    {
        // Half of the last digit goes to the even one, anything more goes up.
        Assert.Equal(1.0, SumOf(1.0, Math.ScaleB(1.0, -53)).Value);
        Assert.Equal(1.0 + Math.ScaleB(1.0, -52), SumOf(1.0, Math.ScaleB(1.0, -53), Math.ScaleB(1.0, -200)).Value);
    }

    [Fact]
    public void AddProduct_OfNumbersWithManyDigits_KeepsAllOfThem()
    {
        ExactSum sum = new();
        sum.AddProduct(0.1, 0.1);
        sum.Add(-(0.1 * 0.1));

        Assert.Equal(Math.FusedMultiplyAdd(0.1, 0.1, -(0.1 * 0.1)), sum.Value);
        Assert.NotEqual(0.0, sum.Value);
    }

    [Theory]
    [InlineData(1, 3, 1.0 / 3.0)]
    [InlineData(-2, 3, -2.0 / 3.0)]
    [InlineData(0, 7, 0.0)]
    [InlineData(6, 3, 2.0)]
    public void Divide_OfWholeNumbers_IsTheNearestDouble(int numerator, int denominator, double expected) =>
        Assert.Equal(expected, ExactRatio.Divide(numerator, (BigInteger)denominator));

    private static ExactSum SumOf(params double[] numbers)
    {
        ExactSum sum = new();
        foreach (double number in numbers)
        {
            sum.Add(number);
        }

        return sum;
    }
}
