using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Reading;

public sealed class ReadingReportLaws : StateLaws<ReadingReport>
{
    private const int LinesOfAFile = 400;

    [Theory]
    [InlineData(new[] { 0, 3_000 })]
    [InlineData(new[] { 0, 100, 450, 3_000 })]
    [InlineData(new[] { 0, 44, 45, 46, 399, 400, 401, 3_000 })]
    public void Merge_OfPartsInOrder_HasTheFirstSamplesAtTheirLines(int[] bounds)
    {
        ReadingReport report = new();
        for (int i = 1; i < bounds.Length; i++)
        {
            report.MergeFrom(Rows(bounds[i - 1], bounds[i] - bounds[i - 1]));
        }

        Assert.Equal(Rows(0, 3_000).Samples, report.Samples);
        Assert.Equal(new UnreadableSample("capture-000.jsonl", 46, "not JSON"), report.Samples[0]);
        Assert.Equal(new UnreadableSample("capture-001.jsonl", 6, "not JSON"), report.Samples[4]);
    }

    [Fact]
    public void RoundTrip_OnlyUnusableNumbers_KeepsTheirSamples()
    {
        ColumnSet columns = new("age");
        RowBatch batch = new() { File = "a.csv" };
        batch.BeginRow();
        batch.SetCell(0, batch.Append("1e999"u8), "1e999".Length);
        batch.MarkUnusable(row: 0, column: 0);
        batch.EndRow(line: 2);
        ReadingReport report = new();
        report.AddUnusableNumbers(batch, columns);

        ReadingReport read = StateFile.FromBytes<ReadingReport>(StateFile.ToBytes(report));

        Assert.Equal(1, read.UnusableNumbers);
        Assert.Equal(report.Samples, read.Samples);
    }

    protected override void AddRows(ReadingReport state, int first, int count)
    {
        Dictionary<string, long> linesHere = [];
        for (int line = first; line < first + count; line++)
        {
            string file = $"capture-{line / LinesOfAFile:D3}.jsonl";
            state.AddRows(2);
            state.AddRowsOutsideWindow(line % 7 == 0 ? 1 : 0);
            linesHere[file] = linesHere.GetValueOrDefault(file) + 1;
            if (line % 90 == 45)
            {
                // Lines count from where this part of the file begins.
                state.AddUnreadable(file, linesHere[file], "not JSON");
            }
        }

        foreach ((string file, long lines) in linesHere)
        {
            state.AddLines(file, lines);
        }
    }

    /// <summary>All but the samples, which are the first ones in the order of merging.</summary>
    protected override void AssertEquivalent(ReadingReport expected, ReadingReport actual) =>
        AssertSameCounts(expected, actual, times: 1);

    protected override void AssertRepeated(ReadingReport once, long times, ReadingReport repeated) =>
        AssertSameCounts(once, repeated, times);

    private static void AssertSameCounts(ReadingReport once, ReadingReport repeated, long times)
    {
        Assert.Equal(once.Rows * times, repeated.Rows);
        Assert.Equal(once.RowsOutsideWindow * times, repeated.RowsOutsideWindow);
        Assert.Equal(once.Unreadable * times, repeated.Unreadable);
        Assert.Equal(once.UnusableNumbers * times, repeated.UnusableNumbers);
        Assert.Equal(Math.Min(ReadingReport.MaximumSamples, once.Unreadable * times), repeated.Samples.Count);
    }
}
