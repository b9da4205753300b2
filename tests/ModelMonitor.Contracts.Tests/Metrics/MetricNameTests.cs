using CsCheck;
using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Tests.Metrics;

public sealed class MetricNameTests
{
    [Theory]
    [InlineData("violations")]
    [InlineData("feature_baseline_drift_Day Mins")]
    [InlineData("feature_data_Int'l \"Plan\"_no~")]
    public void ToPublished_PrintableAscii_StaysAsItIs(string name) => Assert.Equal(name, MetricName.ToPublished(name));

    [Theory]
    [InlineData("feature_data_größe", "feature_data_gr__e~")]
    [InlineData("feature_data_a\nb", "feature_data_a_b~")]
    [InlineData("feature_data_a\0b", "feature_data_a_b~")]
    [InlineData("feature_data_x~0123456789abcdef", "feature_data_x~0123456789abcdef~")]
    public void ToPublished_Others_AreCleanedAndMarked(string name, string start)
    {
        string published = MetricName.ToPublished(name);

        Assert.StartsWith(start, published, StringComparison.Ordinal);
        Assert.Equal(start.Length + 16, published.Length);
        Assert.Matches("^[0-9a-f]{16}$", published[start.Length..]);
    }

    // printf 'feature_data_größe' | iconv -f UTF-8 -t UTF-16LE | sha256sum | cut -c-16
    [Fact]
    public void ToPublished_KnownName_IsTheSameEverywhere() =>
        Assert.Equal("feature_data_gr__e~4b7e06890cc01c0e", MetricName.ToPublished("feature_data_größe"));

    [Fact]
    public void ToPublished_TooLong_IsCut()
    {
        string published = MetricName.ToPublished("feature_data_" + new string('x', 10_000));

        Assert.Equal(255, published.Length);
        Assert.NotEqual(published, MetricName.ToPublished("feature_data_" + new string('x', 10_001)));
    }

    [Fact]
    public void ToPublished_AnyNames_AreAcceptedAndStayApart() =>
        Gen.Select(Gen.String[Gen.Char, 0, 300], Gen.String[Gen.Char["ab~0é\ud800\udfff\u0007"], 0, 300]).Sample((left, right) =>
        {
            string[] published = [MetricName.ToPublished(left), MetricName.ToPublished(right)];
            Assert.All(published, name => Assert.Matches(@"^[ -~]{1,255}\z", name));
            Assert.Equal(left == right, published[0] == published[1]);
            Assert.NotEqual(published[0], MetricName.ToPublished(published[0] + "é"));
        });
}
