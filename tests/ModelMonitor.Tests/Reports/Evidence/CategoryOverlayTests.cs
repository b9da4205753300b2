using ModelMonitor.Documents;
using ModelMonitor.Reports.Evidence;

namespace ModelMonitor.Tests.Reports.Evidence;

public sealed class CategoryOverlayTests
{
    [Fact]
    public void Of_SomeChanged_PutsThoseFirst()
    {
        Distribution overlay = CategoryOverlay.Of(Of(("same", 50), ("less", 50)), Of(("same", 50), ("more", 50)))!;
        Assert.Equal(["less", "more", "same"], overlay.Bars);
        Assert.Equal([0.5, 0.0, 0.5], overlay.Baseline!);
        Assert.Equal([0.0, 0.5, 0.5], overlay.Current!);
    }

    [Fact]
    public void Of_Many_SumsUpTheRest()
    {
        (string, long)[] many = [.. Enumerable.Range(0, 100).Select(i => ($"c{i:00}", (long)(i + 1)))];
        Distribution overlay = CategoryOverlay.Of(Of(many), null)!;
        Assert.Equal(12, overlay.Bars.Count);
        Assert.Equal("89 others", overlay.Bars[^1]);
        Assert.Equal(1.0, overlay.Baseline!.Sum(), 9);
    }

    [Fact]
    public void OnlyIn_SomeAreNew_NamesTheMostFrequentFirst() =>
        Assert.Equal(["often", "seldom"], CategoryOverlay.OnlyIn(Of(("known", 9), ("seldom", 1), ("often", 5)), Of(("known", 1))));

    private static StringStatistics Of(params (string Name, long Count)[] categories) => new(
        categories.Sum(category => category.Count), 0, categories.Length, [.. categories.Select(category => new CategoryCount(category.Name, category.Count))]);
}
