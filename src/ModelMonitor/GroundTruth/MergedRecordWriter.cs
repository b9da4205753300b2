using System.Globalization;
using ModelMonitor.Capture;
using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.GroundTruth;

/// <summary>Writes the captures of a shard together with their labels, as SageMaker's merge job lays them out.</summary>
/// <remarks>
/// Lines have the keys <c>eventVersion</c>, <c>groundTruthData</c>, <c>captureData</c> and <c>eventMetadata</c>; events without a
/// label have none. The names of the objects tell the window and the shard alone: when labels have grown, what was
/// written before is replaced. Captures are read twice, so that memory holds their ids and labels only.
/// </remarks>
/// <param name="plan">The plan the shard is of.</param>
/// <param name="shard">The shard, with its number.</param>
/// <param name="settings">Where captures and labels are, and where merged records go.</param>
internal sealed class MergedRecordWriter(RunPlan plan, Shard shard, RunSettings settings)
{
    /// <summary>The most bytes of an object, but for its last line.</summary>
    internal const int MostBytes = 64 << 20;

    private delegate void LineTaker(UInt128 id, ReadOnlySpan<byte> line);

    /// <summary>Writes the records.</summary>
    /// <param name="field">The field that is the label.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The keys of what was written.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(string field, CancellationToken cancellationToken)
    {
        if (shard.Part is not { } number || (shard.Window ?? plan.Window) is not { } window)
        {
            return [];
        }

        MergedLabels labels = new();
        await foreach (OpenedSegment opened in OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            Read(opened, window, (id, _) => labels.Want(id), cancellationToken);
        }

        await LabelObjectsReader.ReadAsync(
            settings.GroundTruth!, field, plan.Labels, labels, new ReadingReport(), onObject: null, cancellationToken).ConfigureAwait(false);
        using MemoryStream part = new();
        List<string> keys = [];
        await foreach (OpenedSegment opened in OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            Read(opened, window, (id, line) => Append(part, line, labels.Find(id)), cancellationToken);
            if (part.Length >= MostBytes)
            {
                await PutAsync(part, window, number, keys, cancellationToken).ConfigureAwait(false);
            }
        }

        if (part.Length > 0)
        {
            await PutAsync(part, window, number, keys, cancellationToken).ConfigureAwait(false);
        }

        return keys;
    }

    private static void Append(MemoryStream part, ReadOnlySpan<byte> line, byte[]? label)
    {
        if (label is null)
        {
            return;
        }

        ReadOnlySpan<byte> version = JsonMember.Find(line, "eventVersion"u8);
        part.Write("{\"eventVersion\":"u8);
        part.Write(version.IsEmpty ? "\"0\""u8 : version);
        part.Write(",\"groundTruthData\":"u8);
        part.Write(label);
        part.Write(",\"captureData\":"u8);
        part.Write(JsonMember.Find(line, "captureData"u8));
        part.Write(",\"eventMetadata\":"u8);
        part.Write(JsonMember.Find(line, "eventMetadata"u8));
        part.Write("}\n"u8);
    }

    private async IAsyncEnumerable<OpenedSegment> OpenAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SegmentOpener opener = new(settings.Input, shard.Segments, cancellationToken);
        await using (opener.ConfigureAwait(false))
        {
            while (await opener.NextAsync().ConfigureAwait(false) is { } opened)
            {
                await using (opened.ConfigureAwait(false))
                {
                    yield return opened;
                }
            }
        }
    }

    /// <summary>Hands on the lines of the window; what cannot be read is the profile's to report.</summary>
    private static void Read(OpenedSegment opened, TimeWindow window, LineTaker take, CancellationToken cancellationToken)
    {
        if (opened.Content is null)
        {
            return;
        }

        LineReader lines = new();
        CaptureRecordReader records = new();
        EventWindow events = new(window, new ReadingReport());
        try
        {
            lines.Open(opened.Content, opened.Segment.Range, cancellationToken);
            while (lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (records.TryRead(line, out CaptureRecord record, out _)
                    && events.TryTest(record.InferenceTime.Of(line), record.InferenceTime.IsEscaped, "", out bool isInside, out _)
                    && isInside)
                {
                    take(EventIdHash.Of(line, record), line);
                }
            }
        }
        catch (InvalidDataException)
        {
            // Damaged gzip: the lines before the damage are there.
        }
        finally
        {
            lines.Close();
        }
    }

    private async Task PutAsync(MemoryStream part, TimeWindow window, int number, List<string> keys, CancellationToken cancellationToken)
    {
        string hash = new Fingerprint().Add(window.Start).Add(window.End).ToString()[..8];
        string name = string.Create(CultureInfo.InvariantCulture, $"part-{number:d5}-{hash}.c{keys.Count:d3}.jsonl");
        string key = ObjectKeys.MergedFolder(settings.Endpoint ?? plan.Monitor, settings.Variant ?? "AllTraffic", window.Start) + name;
        byte[] content = part.ToArray();
        StoredObject? present = await settings.Artifacts.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (!await settings.Artifacts.HoldsAsync(present, content, cancellationToken).ConfigureAwait(false))
        {
            // Of two who write at once the first one's stays: either has read the labels of its plan.
            PutCondition condition = present is null ? PutCondition.Absent : PutCondition.Matching(present.ETag);
            await settings.Artifacts.PutAsync(key, content, condition, cancellationToken).ConfigureAwait(false);
        }

        keys.Add(key);
        part.SetLength(0);
    }
}
