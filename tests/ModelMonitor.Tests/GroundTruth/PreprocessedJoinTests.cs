using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>Rows that a script made of captured records meet the labels of their records.</summary>
public sealed class PreprocessedJoinTests
{
    private const string RowForEachScore =
        "function preprocess(record) { return record.captureData.endpointOutput.data.split(',').map(score => ({ score })); }";

    private static readonly DateTimeOffset Ten = GroundTruthFixture.Ten;

    [Fact]
    public async Task Run_OneRowForEachRecord_JoinsAsWithoutAScript()
    {
        const string Same = "function preprocess(record) { return { score: record.captureData.endpointOutput.data }; }";
        GroundTruthFixture plain = new();
        GroundTruthFixture scripted = new(script: Same);
        foreach (GroundTruthFixture fixture in (GroundTruthFixture[])[plain, scripted])
        {
            await fixture.CaptureAsync(Ten, 100);
            await fixture.LabelAsync(Ten, 20, 50);
            await fixture.RunAsync(Hour);
        }

        Assert.Equal(await plain.ReportAsync(Hour), await scripted.ReportAsync(Hour));
        Assert.Contains("0.3=1, 5]", await scripted.ReportAsync(Hour), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SeveralRowsOfARecord_HaveItsLabelsInTheirOrder()
    {
        GroundTruthFinding truth = await RunAsync(RowForEachScore, "0.1,0.2,0.3", "a,b,c", out Func<Task<string>> report);

        Assert.Equal((3L, 3L, 3L, 0L), (truth.Predictions, truth.Labelled, truth.Labels, truth.UnmatchedLabels));
        Assert.Equal("[0.1=a, 1]\n[0.2=b, 1]\n[0.3=c, 1]", await report());
    }

    [Fact]
    public async Task Run_NullInTheMiddle_TakesNoOthersLabel()
    {
        string script = RowForEachScore.Replace("({ score })", "score === '0.2' ? null : { score }", StringComparison.Ordinal);

        GroundTruthFinding truth = await RunAsync(script, "0.1,0.2,0.3", "a,b,c", out Func<Task<string>> report);

        Assert.Equal((2L, 2L, 3L, 1L), (truth.Predictions, truth.Labelled, truth.Labels, truth.UnmatchedLabels));
        Assert.Equal("[0.1=a, 1]\n[0.3=c, 1]", await report());
    }

    [Fact]
    public async Task Run_MoreRowsThanLabels_LeavesTheOthersUnlabelled()
    {
        GroundTruthFinding truth = await RunAsync(RowForEachScore, "0.1,0.2,0.3", "a", out Func<Task<string>> report);

        Assert.Equal((3L, 1L, 1L, 0L), (truth.Predictions, truth.Labelled, truth.Labels, truth.UnmatchedLabels));
        Assert.Equal("[0.1=a, 1]", await report());
    }

    [Fact]
    public async Task Run_DroppedRecord_IsNoPredictionAndItsLabelMatchesNone()
    {
        GroundTruthFixture fixture = new(script: "function preprocess(record) { const score = record.captureData.endpointOutput.data; if (score !== '0.3') { return { score }; } }");
        await fixture.CaptureAsync(Ten, 100);
        await fixture.LabelAsync(Ten, 0, 100);

        GroundTruthFinding truth = (await fixture.RunAsync(Hour)).GroundTruth!;

        Assert.Equal((90L, 90L, 100L, 10L), (truth.Predictions, truth.Labelled, truth.Labels, truth.UnmatchedLabels));
    }

    private static TimeWindow Hour => GroundTruthFixture.Hour(Ten);

    /// <summary>Joins one record's output to one line of labels.</summary>
    private static Task<GroundTruthFinding> RunAsync(string script, string output, string labels, out Func<Task<string>> report)
    {
        GroundTruthFixture fixture = new(script: script);
        report = () => fixture.ReportAsync(Hour);
        return RunAsync(fixture, output, labels);
    }

    private static async Task<GroundTruthFinding> RunAsync(GroundTruthFixture fixture, string output, string labels)
    {
        await fixture.Captures.PutAsync(
            ObjectKeys.CaptureHour("capture/", GroundTruthFixture.Monitor.Endpoint, "AllTraffic", Ten) + "a.jsonl",
            Encoding.UTF8.GetBytes(GroundTruthLines.Prediction(Ten, output, "e1")));
        await fixture.LabelAsync("a", [GroundTruthLines.Label("e1", labels)]);
        return (await fixture.RunAsync(Hour)).GroundTruth!;
    }
}
