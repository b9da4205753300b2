using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
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
    public void Detect_RowsWiderThanColumnsMayBe_DoNotCount()
    {
        string widest = string.Join(',', Enumerable.Repeat("1", ColumnSet.MaximumColumns));
        Assert.Equal(2, Detect(Line($"{widest},1", null), Line($"{widest},1", null), Line("1,2", null))!.InputFields);
        Assert.Equal(ColumnSet.MaximumColumns, Detect(Line(widest, null))!.InputFields);
        Assert.Null(Detect(Line(widest, "1")));
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

    [Fact]
    public void DetectTransform_Csv_LeavesIdAndTimeOut()
    {
        const string Ids = "94bcc22a-0462-4bd1-92c9-b46a5aaec1aa,2022-08-30T00:49:15Z";
        CaptureShape shape = DetectTransform($"1,2,0.5,{Ids}\nbroken\n3,4,0.5,{Ids}\n")!;
        Assert.Equal((3, 0), (shape.OutputFields, shape.InputFields));
        Assert.Equal(["p", "a", "b"], shape.CreateLayout(Baseline).Positional);
        Assert.Equal(2, DetectTransform("1,2\n")!.OutputFields);
        Assert.Null(DetectTransform("\n"));
    }

    [Fact]
    public void DetectTransform_Json_TellsTheSidesApart()
    {
        CaptureShape line = DetectTransform("""{"SageMakerOutput":{"score":0.5},"features":[1,2]}""")!;
        Assert.Equal((0, 2), (line.OutputFields, line.InputFields));
        Assert.Equal(["score"], line.OutputNames);
        CaptureShape document = DetectTransform("{\n\"SageMakerOutput\":[[1],[2]],\n\"instances\":[{\"a\":1},{\"b\":2}]}")!;
        Assert.Equal((1, 0), (document.OutputFields, document.InputFields));
        Assert.Equal(["a", "b"], document.InputNames);
    }

    private static CaptureShape? DetectTransform(string content) =>
        CaptureShapeDetector.DetectTransform(new MemoryStream(Encoding.UTF8.GetBytes(content)), CancellationToken.None);

    private static CaptureShape? Detect(params string[] lines) =>
        CaptureShapeDetector.Detect(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None);
}
