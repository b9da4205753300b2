using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>Streams the labels of some objects, in the order of their keys.</summary>
internal static class LabelObjectsReader
{
    /// <summary>Reads all of them; one that has vanished or changed since it was listed counts as unreadable.</summary>
    /// <param name="settings">Where they are and how they are written.</param>
    /// <param name="field">The field that is the label.</param>
    /// <param name="objects">The objects.</param>
    /// <param name="labels">Takes the labels.</param>
    /// <param name="report">Takes what could not be read.</param>
    /// <param name="onObject">Told of each object, by its place among them, before its labels are read; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>How many labels were handed on.</returns>
    public static async Task<long> ReadAsync(
        GroundTruthSource settings,
        string field,
        IReadOnlyList<LabelObject> objects,
        ILabelSink labels,
        ReadingReport report,
        Action<int>? onObject,
        CancellationToken cancellationToken)
    {
        GroundTruthReader reader = new(settings, field, report);
        SegmentOpener opener = new(
            settings.Store,
            [.. objects.Select(stored => new ShardSegment(stored.Key, stored.Size, stored.ETag, 0, stored.Size))],
            cancellationToken);
        await using (opener.ConfigureAwait(false))
        {
            for (int i = 0; await opener.NextAsync().ConfigureAwait(false) is { } opened; i++)
            {
                await using (opened.ConfigureAwait(false))
                {
                    onObject?.Invoke(i);
                    if (opened.Content is null)
                    {
                        report.AddUnreadable(opened.Segment.Key, line: 0, opened.Fault!);
                        continue;
                    }

                    reader.Read(opened.Content, opened.Segment.Key, labels, cancellationToken);
                }
            }
        }

        return reader.Count;
    }
}
