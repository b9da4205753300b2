using System.Globalization;
using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using static ModelMonitor.Tests.GroundTruth.GroundTruthLines;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class LabelJoinTests : IDisposable
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Complete_Labels_GoToTheirRowsInTheOrderOfTheRows()
    {
        Joined joined = Join(
            [Prediction(Ten, "0.1", "a"), Prediction(Ten, "0.2", "b"), Prediction(Ten, "0.3", "c")], [Label("c", "3"), Label("a", "1"), Label("z", "9")]);

        Assert.Equal(["score=0.1|age=30|plan=basic|label=1", "score=0.3|age=30|plan=basic|label=3"], joined.Rows);
        Assert.Equal((3, 2, 2, 0), (joined.State.Predictions, joined.State.Labelled, joined.State.MatchedLabels, joined.State.Duplicates));
        Assert.Equal((3, 1), (joined.State.Labels, joined.State.UnmatchedLabels));
    }

    [Fact]
    public void Complete_InferenceId_GoesBeforeTheEventId()
    {
        Joined joined = Join([Prediction(Ten, "0.1", "a", "own"), Prediction(Ten, "0.2", "b", "")], [Label("a", "9"), Label("own", "1"), Label("b", "2")]);

        Assert.Equal(["score=0.1|age=30|plan=basic|label=1", "score=0.2|age=30|plan=basic|label=2"], joined.Rows);
    }

    [Fact]
    public void Complete_SeveralRecordsOfAnEvent_GetTheLabelsInOrder()
    {
        string capture = Prediction(Ten, "0.1\n0.2\n0.3", "a", input: "1,x\n2,y\n3,z");
        Joined joined = Join([capture], [Label("a", "{\"instances\":[{\"label\":7},{\"label\":8}]}", "JSON")]);

        Assert.Equal(["score=0.1|age=1|plan=x|label=7", "score=0.2|age=2|plan=y|label=8"], joined.Rows);
        Assert.Equal((3, 2), (joined.State.Predictions, joined.State.Labelled));
    }

    [Fact]
    public void Complete_LabelAgain_TheLastCountsAndTheOthersAreCounted()
    {
        Joined joined = Join([Prediction(Ten, "0.1", "a")], [Label("a", "1"), Label("a", "a longer label"), Label("a", "another"), Label("a", "2")]);

        Assert.Equal("label=2", joined.Rows[0].Split('|')[^1]);
        Assert.Equal((3, 4, 0), (joined.State.Duplicates, joined.State.MatchedLabels, joined.State.UnmatchedLabels));
    }

    [Fact]
    public void Complete_PredictionAgain_GetsTheSameLabel()
    {
        Joined joined = Join([Prediction(Ten, "0.1", "a"), Prediction(Ten, "0.2", "a")], [Label("a", "1")]);

        Assert.Equal(2, joined.Rows.Count);
        Assert.Equal((2, 1), (joined.State.Labelled, joined.State.MatchedLabels));
    }

    [Fact]
    public void Complete_UnlabelledRowsWanted_AreHandedOnWithoutLabel()
    {
        Joined joined = Join([Prediction(Ten, "0.1", "a"), Prediction(Ten, "0.2", "")], [], keepsUnlabelled: true);

        Assert.Equal(["score=0.1|age=30|plan=basic", "score=0.2|age=30|plan=basic"], joined.Rows);
        Assert.Equal((0, 1), (joined.State.Labelled, joined.State.WithoutId));
    }

    [Fact]
    public void Complete_SomeColumnsWanted_KeepsOnlyThose()
    {
        Joined joined = Join([Prediction(Ten, "0.1", "a")], [Label("a", "1")], columns: ["0", "plan", "nothing"]);

        Assert.Equal(["score=0.1|plan=basic|label=1"], joined.Rows);
    }

    [Theory]
    [InlineData("\"quoted\", with \\ and \u0001")]
    [InlineData(" ")]
    [InlineData("{\"a\":1}")]
    [InlineData("'; drop table --")]
    public void Complete_HostileIds_AreJoinedHoweverTheyAreEscaped(string id)
    {
        string label = LabelEscaped(id);

        Assert.Single(Join([Prediction(Ten, "0.1", id), Prediction(Ten, "0.2", "other")], [label]).Rows);
    }

    [Fact]
    public void Complete_IdOfAMegabyteAndNone_AreJoinedAndCounted()
    {
        string id = new('x', 1 << 20);
        Joined joined = Join([Prediction(Ten, "0.1", id), Prediction(Ten, "0.2", "")], [Label(id, "1")]);

        Assert.Equal((1, 1), (joined.State.Labelled, joined.State.WithoutId));
    }

    [Fact]
    public void Complete_DatasetWithAColumnOfIds_IsJoinedByIt()
    {
        ColumnSet columns = new();
        RowList rows = new(columns);
        ReadingReport report = new();
        using LabelJoin join = new(
            columns, new LabelRequest { Column = "label", Columns = ["score"] }, Settings() with { PredictionIdColumn = "id" }, rows, report);
        new DatasetReader(columns, join, report).Read(
            StreamOf("id,score", "a,0.1", "b,0.2"), "predictions.csv", new CsvFormat());
        join.Add(EventKey.Of("b"u8), "1"u8);
        join.Complete(new GroundTruthState(), CancellationToken.None);

        Assert.Equal(["score=0.2|label=1"], rows.Rows);
    }

    [Theory]
    [InlineData("0.5,1,8bdec035-7c2d-47f5-bcf9-b7be2c9aac0c,2022-08-30T00:49:15Z\n0.7,2,ffffffff-7c2d-47f5-bcf9-b7be2c9aac0c,2022-08-30T00:49:15Z", "_c0=0.5|_c1=1|label=1")]
    [InlineData("{\"SageMakerInferenceId\":\"8bdec035-7c2d-47f5-bcf9-b7be2c9aac0c\",\"SageMakerInferenceTime\":\"2022-08-30T00:49:15Z\",\"score\":0.5}\n{\"score\":0.7}", "score=0.5|label=1")]
    public void Complete_OutputOfABatchTransform_IsJoinedOnItsInferenceIds(string output, string expected)
    {
        ColumnSet columns = new();
        RowList rows = new(columns);
        using LabelJoin join = new(columns, new LabelRequest { Column = "label" }, Settings(), rows, new ReadingReport());
        new TransformOutputReader(new CaptureLayout(columns, Positional: null) { KeepsEvents = true }, window: null, join, new ReadingReport())
            .Read(StreamOf(output), "part.out", hour: null, CancellationToken.None);
        join.Add(EventKey.Of("8bdec035-7c2d-47f5-bcf9-b7be2c9aac0c"u8), "1"u8);
        join.Complete(new GroundTruthState(), CancellationToken.None);

        Assert.Equal([expected], rows.Rows);
    }

    [Fact]
    public void Complete_ThroughFiles_IsTheSameToTheDigitAndLeavesNothing()
    {
        List<string> captures = [];
        List<string> labels = [];
        for (int i = 0; i < 5_000; i++)
        {
            string id = (i * 7919 % 4_500).ToString(CultureInfo.InvariantCulture);
            captures.Add(Prediction(Ten, i % 11 == 0 ? "0.1\n0.2" : $"0.{i}", i % 97 == 0 ? "" : id, input: i % 11 == 0 ? "1,a\n2,b" : $"{i},c"));
            labels.Add(Label((i * 31 % 6_000).ToString(CultureInfo.InvariantCulture), i % 3 == 0 ? $"a label of {i}" : "1"));
        }

        Joined memory = Join(captures, labels);
        Joined files = Join(captures, labels, memoryBytes: 100_000);

        Assert.Equal((false, true), (memory.IsSpilled, files.IsSpilled));
        Assert.Equal(memory.Rows, files.Rows);
        Assert.Equal(StateFile.ToBytes(memory.State), StateFile.ToBytes(files.State));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Dispose_BrokenOff_LeavesNoFiles()
    {
        ColumnSet columns = new("score", "age", "plan");
        LabelJoin join = new(columns, new LabelRequest { Column = "label" }, Settings(memoryBytes: 0), new RowList(columns), new ReadingReport());
        Read(join, columns, [Prediction(Ten, "0.1", "a")], new ReadingReport());
        Assert.NotEmpty(Directory.GetFileSystemEntries(_folder.Root));

        join.Dispose();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [ConformanceFact]
    public void Complete_CapturesWithInferenceIds_AreJoinedOnThem()
    {
        string[] captures = File.ReadAllLines(Conformance.PathOf("captures", "csv-endpoint-capture-with-inferenceId.jsonl"));
        ColumnSet columns = new();
        RowList rows = new(columns);
        GroundTruthState state = new();
        using LabelJoin join = new(columns, new LabelRequest { Column = "label", Columns = ["0"] }, Settings(), rows, new ReadingReport());
        new CaptureReader(new CaptureLayout(columns, Positional: null) { KeepsEvents = true }, window: null, join, new ReadingReport())
            .Read(StreamOf(captures), "captures", range: null, CancellationToken.None);
        new GroundTruthReader(Settings(), "label", new ReadingReport()).Read(
            StreamOf(Label("58", "0"), Label("57", "1")), "labels", join, CancellationToken.None);
        join.Complete(state, CancellationToken.None);

        Assert.Equal(["_c0=0.5217539072036743|label=1", "_c0=0.01216088142246008|label=0"], rows.Rows);
    }

    private static void Read(IRowSink sink, ColumnSet columns, IEnumerable<string> captures, ReadingReport report) =>
        new CaptureReader(new CaptureLayout(columns, ["score", "age", "plan"]) { KeepsEvents = true }, window: null, sink, report)
            .Read(StreamOf(captures), "captures", range: null, CancellationToken.None);

    private GroundTruthSource Settings(long memoryBytes = 256 << 20) => new()
    {
        Store = new MemoryObjectStore(TimeProvider.System), MemoryBytes = memoryBytes, TemporaryFolder = _folder.Root,
    };

    private Joined Join(
        IEnumerable<string> captures,
        IEnumerable<string> labels,
        bool keepsUnlabelled = false,
        IReadOnlyList<string>? columns = null,
        long memoryBytes = 256 << 20)
    {
        ColumnSet set = new("score", "age", "plan");
        RowList rows = new(set);
        ReadingReport report = new();
        GroundTruthSource settings = Settings(memoryBytes);
        LabelRequest request = new() { Column = "label", Columns = columns, KeepsUnlabelled = keepsUnlabelled };
        using LabelJoin join = new(set, request, settings, rows, report);
        Read(join, set, captures, report);
        ReadingReport reading = new();
        GroundTruthReader reader = new(settings, request.Field, reading);
        reader.Read(StreamOf(labels), "labels", join, CancellationToken.None);
        GroundTruthState state = new();
        state.NoteLabels(reader.Count, reading);
        join.Complete(state, CancellationToken.None);
        return new Joined(rows.Rows, state, join.IsSpilled);
    }

    private sealed record Joined(IReadOnlyList<string> Rows, GroundTruthState State, bool IsSpilled);
}
