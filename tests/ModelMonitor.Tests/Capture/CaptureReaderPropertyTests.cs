using System.Text;
using CsCheck;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;
using static ModelMonitor.Tests.Capture.CaptureLines;

namespace ModelMonitor.Tests.Capture;

public class CaptureReaderPropertyTests
{
    // 00:21:48 lies inside, the other time outside.
    private static readonly TimeWindow Window =
        new(new DateTimeOffset(2022, 4, 18, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 4, 18, 1, 0, 0, TimeSpan.Zero));

    private static readonly string[] Lines =
    [
        Line("1,x,2.5", "0.5"),
        Line("1,\"a,\"\"b\",3\r\n4,5,6\r\n", "0.1\n0.2\n"),
        Line("1\n2\n3", "0.1,0.2,0.3"),
        Line("""{"a":1,"b":{"c":[true,null,"é\n"]}}""", """{"score":0.5}""", "JSON"),
        Line("""{"instances":[{"features":[1,2,3]},{"features":[4,5,6]}]}""", """{"predictions":[{"score":0.1},{"score":0.2}]}""", "JSON"),
        Line("{\"a\":1}\n{\"a\":2}", "[0.1,0.2]", "JSON"),
        Line(Convert.ToBase64String("1,2,3\n4,5,6"u8), Convert.ToBase64String("[0.1,0.2]"u8), "BASE64"),
        Line("1,2,3", """{"score":0.5}""", "CSV", "JSON"),
        Line("1,2,3", null),
        Line(null, "0.5"),
        Line("1,2,3\n4,5,6", "0.5\n0.6", time: "2022-04-18T05:00:00Z"),
        "",
    ];

    [Fact]
    public void Read_TenThousandMutations_NeverThrowAndAddUp()
    {
        Random random = new(20220418);
        string[]?[] layouts = [null, ["p", "a", "b", "c"], []];
        for (int i = 0; i < 10_000; i++)
        {
            byte[] content = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Lines[random.Next(Lines.Length)])));
            for (int mutations = random.Next(4); mutations >= 0 && content.Length > 0; mutations--)
            {
                content = Mutate(random, content);
            }

            CaptureLines.Reading reading = CaptureLines.Read(content, layouts[random.Next(layouts.Length)], random.Next(2) == 0 ? Window : null);
            ReadingReport report = reading.Report;
            int events = Encoding.Latin1.GetString(content).Split('\n').Count(line => line.AsSpan().Trim(" \t\r").Length > 0);
            Assert.Equal(reading.Rows.Count, report.Rows);
            Assert.Equal(Math.Min(report.Unreadable, ReadingReport.MaximumSamples), report.Samples.Count);
            Assert.True(report.Rows + report.RowsOutsideWindow + report.Unreadable >= events, "Each line that is not blank comes to something.");
            Assert.All(report.Samples, sample => Assert.True(sample.Reason.Length is > 5 and < 700 && !sample.Reason.Any(char.IsControl), sample.Reason));
        }
    }

    [Fact]
    public void Read_AnySplitIntoRanges_GivesTheSameRowsAndFaultsInOrder() =>
        Gen.Select(Gen.Int[0, Lines.Length].Array[0, 8], Gen.Double[0, 1].Array[0, 6]).Sample(
            (picks, cuts) =>
            {
                byte[] content = Encoding.UTF8.GetBytes("\uFEFF" + string.Join('\n', picks.Select(pick => pick == Lines.Length ? "{broken" : Lines[pick])));
                CaptureLines.Reading whole = CaptureLines.Read(content);
                int[] bounds = [0, .. cuts.Select(cut => (int)(cut * content.Length)).Order(), content.Length];
                ColumnSet columns = new();
                RowList rows = new(columns);
                ReadingReport merged = new();
                for (int i = 0; i + 1 < bounds.Length; i++)
                {
                    ByteRange range = new(bounds[i], bounds[i + 1] - bounds[i]);
                    ReadingReport report = new();
                    new CaptureReader(new CaptureLayout(columns, null), null, rows, report)
                        .Read(new MemoryStream(content[(int)range.ReadFrom..]), "f", range, CancellationToken.None);
                    merged.MergeFrom(report);
                }

                Assert.Equal(whole.Rows, rows.Rows);
                Assert.Equal(whole.Report.Samples, merged.Samples);
                Assert.Equal(whole.Report.Rows, merged.Rows);
            },
            iter: 500,
            threads: 1);

    private static byte[] Mutate(Random random, byte[] content)
    {
        int start = random.Next(content.Length);
        int end = Math.Min(content.Length, start + 1 + random.Next(random.Next(2) == 0 ? 4 : 100));
        byte[] before = content[..start];
        byte[] after = content[end..];
        switch (random.Next(6))
        {
            case 0:
                content[start] ^= (byte)(1 << random.Next(8));
                return content;
            case 1:
                return [.. before, .. after];
            case 2:
                byte[] noise = new byte[random.Next(8)];
                random.NextBytes(noise);
                return [.. before, .. noise, .. content[start..]];
            case 3:
                return before;
            case 4:
                return [.. before, (byte)"\"\\{}[],:\n\r0u"[random.Next(12)], .. content[start..]];
            default:
                return [.. content[..end], .. content[start..]];
        }
    }
}
