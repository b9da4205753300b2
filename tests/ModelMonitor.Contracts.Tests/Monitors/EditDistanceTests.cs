using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class EditDistanceTests
{
    // Counted by hand; kitten and sitting are the textbook pair.
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Variant", "variant", 0)]
    [InlineData("scedule", "schedule", 1)]
    public void Between_TwoWords_CountsEdits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }

    [Fact]
    public void FindNearest_NothingNear_IsNone() => Assert.Null(EditDistance.FindNearest("bananas", ["name", "endpoint"]));

    [Fact]
    public void FindNearest_SeveralNear_TakesTheNearest() =>
        Assert.Equal("endpoint", EditDistance.FindNearest("endpoit", ["end", "endpoint", "endpoints"]));
}
