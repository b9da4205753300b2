using ModelMonitor.Capture;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Runs;

public sealed class TransformManifestPlaceTests
{
    [Theory]
    [InlineData("output/2026/11/22/10/x.json", "", "", false)]
    [InlineData("d/output/2026/11/22/10/x.json", "", "d/", false)]
    [InlineData("d/input/2026/11/22/10/x.json", "", "d/", true)]
    [InlineData("d/input/2026/11/22/10/x.json", "d/", "d/", true)]
    [InlineData("d/input/2026/11/22/10/x.json", "d/input/", "d/", false)]
    [InlineData("myoutput/2026/11/22/10/x.json", "", "myoutput/", false)]
    [InlineData("2026/11/22/10/x.json", "", "", false)]
    [InlineData("input/x.json", "", "input/", false)]
    [InlineData("x.json", "", "", false)]
    public void Of_Key_TellsRootAndSide(string key, string inputPrefix, string root, bool isOfInput) =>
        Assert.Equal(new TransformManifestPlace(root, isOfInput), TransformManifestPlace.Of(key, inputPrefix));

    [Fact]
    public void KeysOf_Location_AreInOrderWithoutRepetition()
    {
        ObjectLocation location = new("b", "k/a.out");
        Assert.Equal(["k/a.out", "b/k/a.out", "d/k/a.out", "d/b/k/a.out"], new TransformManifestPlace("d/", false).KeysOf(location));
        Assert.Equal(["k/a.out", "b/k/a.out"], new TransformManifestPlace("", false).KeysOf(location));
        Assert.Empty(new TransformManifestPlace("", false).KeysOf(new ObjectLocation("b", "../a.out")));
    }
}
