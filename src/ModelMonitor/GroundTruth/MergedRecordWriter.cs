using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.GroundTruth;

/// <summary>Writes the captures of a shard together with their labels, as SageMaker's merge job lays them out.</summary>
/// <remarks>
/// Lines have the keys <c>eventVersion</c>, <c>groundTruthData</c>, <c>captureData</c> and <c>eventMetadata</c>; events without a
/// label have none. The names of the objects tell the window and the shard alone: when labels have grown, what was
/// written before is replaced. Captures are read twice, so that memory holds their ids, their labels and one object only.
/// </remarks>
/// <param name="plan">The plan the shard is of.</param>
/// <param name="shard">The shard, with its number.</param>
/// <param name="settings">Where captures and labels are, and where merged records go.</param>
internal sealed class MergedRecordWriter(RunPlan plan, Shard shard, RunSettings settings)
{
    /// <summary>The bytes after which an object ends with the line that reaches them.</summary>
    internal const int MostBytes = 64 << 20;

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
        using WindowLines lines = new(window);
        await foreach (OpenedSegment opened in OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            lines.Open(opened, cancellationToken);
            while (lines.TryRead(out UInt128 id, out _))
            {
                labels.Want(id);
            }
        }

        await LabelObjectsReader.ReadAsync(
            settings.GroundTruth!, field, plan.Labels, labels, new ReadingReport(), onObject: null, cancellationToken).ConfigureAwait(false);
        using MemoryStream part = new();
        List<string> keys = [];
        await foreach (OpenedSegment opened in OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            lines.Open(opened, cancellationToken);
            while (Fill(part, lines, labels))
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

    /// <summary>Appends records until there are enough for an object; false when the lines end before.</summary>
    private static bool Fill(MemoryStream part, WindowLines lines, MergedLabels labels)
    {
        while (lines.TryRead(out UInt128 id, out ReadOnlySpan<byte> line))
        {
            Append(part, line, labels.Find(id));
            if (part.Length >= MostBytes)
            {
                return true;
            }
        }

        return false;
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

    private async Task PutAsync(MemoryStream part, TimeWindow window, int number, List<string> keys, CancellationToken cancellationToken)
    {
        string hash = new Fingerprint().Add(window.Start).Add(window.End).ToString()[..8];
        string name = string.Create(CultureInfo.InvariantCulture, $"part-{number:d5}-{hash}.c{keys.Count:d3}.jsonl");
        string key = ObjectKeys.MergedFolder(settings.Endpoint ?? plan.Monitor, settings.Variant ?? "AllTraffic", window.Start) + name;
        ReadOnlyMemory<byte> content = part.GetBuffer().AsMemory(0, (int)part.Length);
        StoredObject? present = await settings.Artifacts.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (!await settings.Artifacts.HoldsAsync(present, content, cancellationToken).ConfigureAwait(false))
        {
            // Of two who write at once the first one's stays: either has read the labels of its plan.
            await settings.Artifacts.PutAsync(key, content, PutCondition.Unchanged(present), cancellationToken).ConfigureAwait(false);
        }

        keys.Add(key);
        part.SetLength(0);
    }
}
