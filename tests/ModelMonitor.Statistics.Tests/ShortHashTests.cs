using System.IO.Hashing;
using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class ShortHashTests
{
    [Fact]
    public void XxHash64_AnyText_EqualsTheLibrary() =>
        Gen.Byte.Array[0, 80].Sample(text =>
            Assert.Equal(XxHash64.HashToUInt64(text, HyperLogLogPlusPlus.Seed), ShortHash.XxHash64(text)));
}
