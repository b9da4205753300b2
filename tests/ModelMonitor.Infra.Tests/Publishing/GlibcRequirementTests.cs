using System.Text;
using ModelMonitor.Infra.Publishing;

namespace ModelMonitor.Infra.Tests.Publishing;

public sealed class GlibcRequirementTests
{
    [Theory]
    [InlineData("\0GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.17\0", "2.34")]
    [InlineData("\0GLIBC_2.4\0GLIBC_2.38\0", "2.38")]
    [InlineData("\0GLIBC_2.9\0", "2.9")]
    [InlineData("GLIBC_2.40 is text, GLIBC_PRIVATE\0", "0.0")]
    [InlineData("GLIBC_2.", "0.0")]
    [InlineData("", "0.0")]
    public void Of_AStringTable_IsTheNewestVersionInIt(string table, string version) =>
        Assert.Equal(Version.Parse(version), GlibcRequirement.Of(Encoding.ASCII.GetBytes(table)));
}
