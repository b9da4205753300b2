using System.Text;
using ModelMonitor.Exports.History;
using ModelMonitor.Exports.TensorBoard;

namespace ModelMonitor.Tests.Exports.TensorBoard;

public sealed class RunEventsTests
{
    // 2026-11-22T11:00Z: date -u -d 2026-11-22T11:00Z +%s gives 1795345200.
    private const long EndOfFirst = 1_795_345_200;

    [Fact]
    public void Runs_ReadBack_HaveTagsStepsAndTimes()
    {
        IReadOnlyList<HistoryRow>[] runs = [HistoryRows.Of(SampleReport.Of(), "e"), HistoryRows.Of(SampleReport.Of(hour: 1), "e")];

        List<ReadEvent> events = EventFileReader.Read(Write(runs));

        Assert.Equal(("brain.Event:2", 0), (events[0].FileVersion, events[0].Scalars.Count));
        Assert.Equal([(EndOfFirst, EndOfFirst), (EndOfFirst + 3600, EndOfFirst + 3600)], events.Skip(1).Select(read => ((long)read.WallTime, read.Step)));
        Assert.All(events.Skip(1), read => Assert.Null(read.FileVersion));
        Assert.Equal(runs[0].Count, events[1].Scalars.Count);
        Assert.Contains(("feature_baseline_drift/age", 0.25f), events[1].Scalars);
        Assert.Contains(("feature_non_null/plan", 0.5f), events[1].Scalars);
        Assert.Contains(("run/rows", 1234f), events[1].Scalars);
        Assert.Equal(events[1].Scalars.Count, events[1].Scalars.DistinctBy(scalar => scalar.Tag).Count());
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void FeatureOfAnyName_IsInTheTag(string name)
    {
        List<ReadEvent> events = EventFileReader.Read(Write(HistoryRows.Of(SampleReport.Of(drifted: name), "e")));

        Assert.Contains($"feature_baseline_drift/{name}", events[1].Scalars.Select(scalar => scalar.Tag));
    }

    [Fact]
    public void ValueBeyondFloats_IsLeftOut()
    {
        HistoryRow row = HistoryRows.Of(SampleReport.Of(), "e")[0];

        List<ReadEvent> events = EventFileReader.Read(Write([row with { Metric = "a", Value = 1e300 }, row with { Metric = "b", Value = -2.5 }]));

        Assert.Equal([("run/b", -2.5f)], events[1].Scalars);
    }

    // RFC 3720, B.4: the CRC-32C of 32 zeros is 8A9136AA, of 32 bytes of ones 62A8AB43; of "123456789" it is E3069283.
    [Theory]
    [InlineData("123456789", 0xE3069283)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8A9136AA)]
    public void Checksum_OfKnownBytes_IsTheKnownOneMasked(string text, uint crc)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        uint masked = unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);

        Assert.Equal(masked, MaskedCrc32C.Compute(bytes));
        Assert.Equal(masked, EventFileReader.Checksum(bytes));
    }

    private static byte[] Write(params IReadOnlyList<HistoryRow>[] runs)
    {
        using MemoryStream output = new();
        RunEvents events = new(output);
        foreach (IReadOnlyList<HistoryRow> rows in runs)
        {
            events.Write(rows);
        }

        return output.ToArray();
    }
}
