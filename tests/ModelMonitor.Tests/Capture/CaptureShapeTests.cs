using System.Text;
using ModelMonitor.Capture;
using static ModelMonitor.Tests.Capture.CaptureLines;

namespace ModelMonitor.Tests.Capture;

public class CaptureShapeTests
{
    private static readonly string[] Baseline = ["p", "a", "b", "c"];

    [Fact]
    public void Detect_MostRows_SayHowManyFields()
    {
        CaptureShape shape = Detect(Line("1", "0"), "broken", Line("1,2", "0"), Line("1,2\n3,4", "0\n0"))!;
        Assert.Equal((1, 2), (shape.OutputFields, shape.InputFields));
        Assert.Empty(shape.InputNames);
        Assert.Equal((1, 1), (Detect(Line("1", "0"), Line("1,2", "0"))!.OutputFields, Detect(Line("1", "0"), Line("1,2", "0"))!.InputFields));
    }

    [Fact]
    public void Detect_NamedFields_AreInTheOrderMet()
    {
        CaptureShape shape = Detect(Line("1,2", """{"z":1,"a":2}""", "CSV", "JSON"), Line("1,2", """{"b":1,"a":2}""", "CSV", "JSON"))!;
        Assert.Equal((0, 2), (shape.OutputFields, shape.InputFields));
        Assert.Equal(["z", "a", "b"], shape.OutputNames);
    }

    [Fact]
    public void Detect_NothingReadable_IsNull()
    {
        Assert.Null(Detect());
        Assert.Null(Detect("broken", "{}"));
        Assert.Null(CaptureShapeDetector.Detect(new MemoryStream([0x1f, 0x8b, 7, 7]), CancellationToken.None));
    }

    [Fact]
    public void Detect_ManyEvents_LooksAtTheFirstHundred()
    {
        string[] lines = [.. Enumerable.Repeat(Line("1", null), 100), .. Enumerable.Repeat(Line("1,2", null), 200)];
        Assert.Equal(1, Detect(lines)!.InputFields);
    }

    [Fact]
    public void CreateLayout_AllPositional_TakesTheBaselineFromItsStart()
    {
        CaptureShape shape = new(1, 2, [], []);
        Assert.Equal(["p", "a", "b"], shape.CreateLayout(Baseline).Positional);
        Assert.Equal(["p", "a", "b"], shape.CreateLayout(Baseline).Columns.Names);
        Assert.Equal(["_c0", "_c1", "_c2"], shape.CreateLayout(null).Positional);
        Assert.Equal(["p", "a", "b", "c", "_c4", "_c5"], new CaptureShape(1, 5, [], []).CreateLayout(Baseline).Positional);
    }

    [Fact]
    public void CreateLayout_OneSideNamed_LeavesItsNamesToIt()
    {
        CaptureShape shape = new(0, 2, ["b", "new"], []);
        CaptureLayout layout = shape.CreateLayout(Baseline, OutputPosition.End);
        Assert.Equal(["p", "a"], layout.Positional);
        Assert.Equal(["p", "a", "b", "new"], layout.Columns.Names);
        Assert.Equal(OutputPosition.End, layout.OutputPosition);
    }

    [Fact]
    public void CreateLayout_AllNamed_HasNoPositionalColumns()
    {
        CaptureLayout layout = new CaptureShape(0, 0, ["s"], ["c", "x", "a"]).CreateLayout(Baseline);
        Assert.Null(layout.Positional);
        Assert.Equal(["a", "c", "s", "x"], layout.Columns.Names);
    }

    [Fact]
    public void CreateLayout_NameTakenAlready_ChoosesAnother() =>
        Assert.Equal(["_c0_", "_c1"], new CaptureShape(0, 2, ["_c0"], []).CreateLayout(null).Positional);

    private static CaptureShape? Detect(params string[] lines) =>
        CaptureShapeDetector.Detect(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None);
}
