using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Reports;

/// <summary>Writes the documents of a report and then its record, each only in the place of what was there before.</summary>
/// <remarks>
/// Several keys cannot be written in one step, so another run may write between two of these. The folder is
/// therefore compared with what was written once more after the record is in place: whoever writes last also
/// looks last, and either finds the report whole or makes it so by trying again.
/// </remarks>
/// <param name="store">Where the report is.</param>
/// <param name="prefix">What its keys start with.</param>
internal sealed class ReportWriter(IObjectStore store, string prefix)
{
    /// <summary>Writes a report.</summary>
    /// <param name="before">The folder as it was when the run decided to write.</param>
    /// <param name="record">The record, but for its documents.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Stops the writing; without its record the report counts as not written.</param>
    /// <returns>The record as it was written.</returns>
    /// <exception cref="RunConflictException">Another run writes here too.</exception>
    public async Task<RunRecord> WriteAsync(
        ReportFolder before, RunRecord record, IReadOnlyList<RunDocument> documents, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> expected = new(StringComparer.Ordinal);
        List<ReportDocument> written = [];
        foreach (RunDocument document in documents)
        {
            StoredObject? present = before.Find(document.Name);
            bool isWanted = !document.OnlyIfPresent || present is not null;
            expected.Add(document.Name, isWanted
                ? await PlaceAsync(document, present, cancellationToken).ConfigureAwait(false)
                : null);
            if (isWanted)
            {
                written.Add(ReportDocument.Of(document.Name, document.Content.Span));
            }
        }

        string? mark = before.Find(ObjectKeys.Run)?.ETag;
        await VerifyAsync(before, expected, mark, cancellationToken).ConfigureAwait(false);
        string[] stale = [.. ObjectKeys.ReportDocuments.Where(name => before.Find(name) is not null && !expected.ContainsKey(name))];
        RunRecord complete = record with { Documents = written, StaleDocuments = stale };
        mark = await CommitAsync(complete, mark, cancellationToken).ConfigureAwait(false);
        await VerifyAsync(before, expected, mark, cancellationToken).ConfigureAwait(false);
        return complete;
    }

    /// <summary>Writes a record by itself.</summary>
    /// <param name="record">The record.</param>
    /// <param name="etag">The ETag of the record that was seen in its place; null for none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The ETag of what was written.</returns>
    /// <exception cref="RunConflictException">Another run has written its record meanwhile.</exception>
    public async Task<string> CommitAsync(RunRecord record, string? etag, CancellationToken cancellationToken)
    {
        string key = prefix + ObjectKeys.Run;
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord);
        StoredObject? put = await store.PutAsync(key, content, ConditionOf(etag), cancellationToken).ConfigureAwait(false);
        return put?.ETag ?? throw new RunConflictException(key);
    }

    private static PutCondition ConditionOf(string? etag) => etag is null ? PutCondition.Absent : PutCondition.Matching(etag);

    /// <summary>Puts a document in its place and returns its ETag; the same content there already counts as put.</summary>
    private async Task<string> PlaceAsync(RunDocument document, StoredObject? present, CancellationToken cancellationToken)
    {
        string key = prefix + document.Name;
        if (await store.HoldsAsync(present, document.Content, cancellationToken).ConfigureAwait(false))
        {
            return present!.ETag;
        }

        StoredObject? put = await store.PutAsync(
            key, document.Content, ConditionOf(present?.ETag), cancellationToken).ConfigureAwait(false);
        if (put is not null)
        {
            return put.ETag;
        }

        StoredObject? now = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return await store.HoldsAsync(now, document.Content, cancellationToken).ConfigureAwait(false)
            ? now!.ETag
            : throw new RunConflictException(key);
    }

    private async Task VerifyAsync(
        ReportFolder folder, Dictionary<string, string?> documents, string? mark, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> now = await folder.ETagsNowAsync(cancellationToken).ConfigureAwait(false);
        foreach ((string name, string? etag) in documents.Append(new KeyValuePair<string, string?>(ObjectKeys.Run, mark)))
        {
            if (now.GetValueOrDefault(name) != etag)
            {
                throw new RunConflictException(prefix + name);
            }
        }
    }
}
