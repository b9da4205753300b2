using System.Globalization;
using System.IO.Hashing;
using System.Text;
using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class HyperLogLogPlusPlusTests
{
    /// <summary>
    /// The texts "0", "1" … of n numbers. Expected: a separate Python program of Spark's procedure
    /// (HyperLogLogPlusPlusHelper.query and XXH64, both from their definition), with the bias table of the paper.
    /// </summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(10, 10)]
    [InlineData(50, 49)]
    [InlineData(100, 104)]
    [InlineData(200, 202)]
    [InlineData(300, 296)]
    [InlineData(380, 379)]
    [InlineData(400, 397)] // 396.54: the end of linear counting
    [InlineData(450, 453)] // from here with the bias table
    [InlineData(500, 504)]
    [InlineData(700, 689)]
    [InlineData(1_000, 1_016)]
    [InlineData(1_500, 1_441)]
    [InlineData(2_000, 1_937)]
    [InlineData(2_400, 2_347)]
    [InlineData(2_600, 2_508)]
    [InlineData(2_700, 2_566)]
    [InlineData(3_000, 2_788)] // from here raw
    [InlineData(10_000, 9_093)]
    [InlineData(100_000, 97_299)]
    public void Estimate_OfNumberTexts_IsSparks(int distinct, long expected)
    {
        HyperLogLogPlusPlus state = new();
        for (int i = 0; i < distinct; i++)
        {
            state.Add(TestRows.Text(i));
        }

        Assert.Equal(expected, state.Estimate());
    }

    [Fact]
    public void Estimate_OfRepeatedValues_CountsThemOnce()
    {
        HyperLogLogPlusPlus once = new();
        HyperLogLogPlusPlus often = new();
        for (int i = 0; i < 3_000; i++)
        {
            once.Add(TestRows.Text(i % 300));
            often.Add(TestRows.Text(i * 7 % 300));
        }

        Assert.Equal(296, once.Estimate());
        Assert.Equal(StateFile.ToBytes(once), StateFile.ToBytes(often));
    }

    /// <summary>Twenty sets of values: the mean error is small, and none is off by more than four standard errors.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void Estimate_OverManySets_KeepsItsStandardError(int distinct)
    {
        double sum = 0.0;
        for (int set = 0; set < 20; set++)
        {
            HyperLogLogPlusPlus state = new();
            for (int i = 0; i < distinct; i++)
            {
                state.Add(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"set {set} value {i}")));
            }

            double error = state.Estimate() / (double)distinct - 1.0;
            Assert.InRange(error, -4 * HyperLogLogPlusPlus.RelativeStandardError, 4 * HyperLogLogPlusPlus.RelativeStandardError);
            sum += error;
        }

        Assert.InRange(sum / 20, -HyperLogLogPlusPlus.RelativeStandardError, HyperLogLogPlusPlus.RelativeStandardError);
    }

    [Fact]
    public void Add_OfAnyText_IsAddHashOfItsXxHash64WithSeed42() =>
        Gen.Byte.Array[0, 100].Sample(
            text =>
            {
                HyperLogLogPlusPlus byText = new();
                HyperLogLogPlusPlus byHash = new();
                byText.Add(text);
                byHash.AddHash(XxHash64.HashToUInt64(text, seed: 42));
                Assert.Equal(StateFile.ToBytes(byHash), StateFile.ToBytes(byText));
            },
            iter: 2_000);

    /// <summary>Expected: XXH64 with seed 42, by a Python program written from the definition of XXH64.</summary>
    [Theory]
    [InlineData("", 0x98b1582b0977e704)]
    [InlineData("a", 0x88e4fe59adf7b0cc)]
    [InlineData("abc", 0x13c1d910702770e6)]
    [InlineData("Hello, world", 0x2e92a6fc32baa77c)]
    [InlineData("0000000000000000000000000000000", 0x092783f60603e042)]
    [InlineData("00000000000000000000000000000000", 0x411cb1c15b04e344)]
    [InlineData("été", 0x2790996d39efc8f4)]
    public void ShortHash_OfAKnownText_IsXxHash64WithSeed42(string text, ulong expected) =>
        Assert.Equal(expected, ShortHash.XxHash64(Encoding.UTF8.GetBytes(text)));
}
