using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Runs;

public sealed class FingerprintTests
{
    // Pinned, not derived: states stored under a fingerprint must be found by later versions.
    [Fact]
    public void ToString_SameParts_IsTheSameEverywhere() =>
        Assert.Equal("8ff6ca66", new Fingerprint().Add("churn").Add(42).ToString()[..8]);

    [Fact]
    public void ToString_PartsCutElsewhere_Differs() =>
        Assert.NotEqual(
            new Fingerprint().Add("ab").Add("c").ToString(),
            new Fingerprint().Add("a").Add("bc").ToString());

    [Fact]
    public void ToString_NullAndEmpty_Differ() =>
        Assert.NotEqual(new Fingerprint().Add((string?)null).ToString(), new Fingerprint().Add("").ToString());
}
