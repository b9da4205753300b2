using ModelMonitor.Baselines;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineVersionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly StoredObject First = new("datasets/m/a.csv", 10, "tag1", Noon);
    private static readonly StoredObject Second = new("datasets/m/b.csv", 10, "tag2", Noon.AddMinutes(5));

    [Fact]
    public void Of_Objects_TellsTheTimeOfTheNewest()
    {
        string version = BaselineVersion.Of([First, Second]);

        Assert.Matches("^20261122T120500Z-[0-9a-f]{8}$", version);
        Assert.True(BaselineVersion.IsValid(version));
    }

    [Fact]
    public void Of_AnotherKeyOrETag_IsAnother() => Assert.Equal(
        4,
        new[]
        {
            BaselineVersion.Of([First]),
            BaselineVersion.Of([First with { ETag = "other" }]),
            BaselineVersion.Of([First with { Key = "datasets/m/c.csv" }]),
            BaselineVersion.Of([First, Second with { LastModified = Noon }]),
        }.Distinct().Count());

    [Theory]
    [InlineData("v1.2_a-B", true)]
    [InlineData("...", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("ä", false)]
    public void IsValid_Text_IsTheNameOfAFolder(string text, bool expected) => Assert.Equal(expected, BaselineVersion.IsValid(text));

    [Fact]
    public void IsValid_TooLong_IsNone() => Assert.False(BaselineVersion.IsValid(new string('a', 129)));
}
