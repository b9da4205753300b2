using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.Site;

/// <summary>Writes the files of a site, so that writers at the same time settle: whoever writes last has looked at all.</summary>
/// <param name="store">Where the site is.</param>
internal sealed class SiteWriter(IObjectStore store)
{
    private const int MostTries = 20;

    /// <summary>Writes the styles and scripts that are not there yet, and the page for where there is none.</summary>
    public async Task WriteAssetsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, long> present = await store.ListAsync(ObjectKeys.SiteAssets, null, cancellationToken)
            .ToDictionaryAsync(stored => stored.Key, stored => stored.Size, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        foreach (SiteAsset asset in SiteAssets.All)
        {
            string key = ObjectKeys.SiteAssets + asset.Name;
            if (!present.TryGetValue(key, out long size) || size != asset.Content.Length)
            {
                await store.PutAsync(key, asset.Content, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }

        await store.PutIfChangedAsync(ObjectKeys.SiteMissing, MissingPage.Write(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a run's page is there and made of the same.</summary>
    /// <param name="record">The run's record, which has a window.</param>
    /// <param name="mark">The <see cref="PageMark"/>; null for none, which no page has.</param>
    /// <param name="cancellationToken">Stops the reading of its beginning.</param>
    public async Task<bool> HasRunAsync(RunRecord record, string? mark, CancellationToken cancellationToken)
    {
        if (mark is null)
        {
            return false;
        }

        try
        {
            Stream page = await store.OpenReadAsync(
                ObjectKeys.SiteRun(record.Monitor, record.Window!.Start), 0, cancellationToken).ConfigureAwait(false);
            await using (page.ConfigureAwait(false))
            {
                byte[] head = new byte[PageMark.MostBytes];
                int read = await page.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return head.AsSpan(0, read).IndexOf(Encoding.ASCII.GetBytes($"\"{mark}\"")) >= 0;
            }
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Writes the page of a run.</summary>
    public Task WriteRunAsync(RunPageModel model, CancellationToken cancellationToken) => store.PutIfChangedAsync(
        ObjectKeys.SiteRun(model.Record.Monitor, model.Record.Window!.Start), RunPage.Write(model), cancellationToken);

    /// <summary>Changes a monitor's history, and writes its page and its part of the page of all.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="change">Makes another history of the one there is; null when there is none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">Others changed it again and again at the same moments.</exception>
    public async Task UpdateMonitorAsync(
        string monitor, Func<MonitorHistory?, MonitorHistory> change, CancellationToken cancellationToken)
    {
        string key = ObjectKeys.SiteHistory(monitor);
        for (int tried = 1; tried <= MostTries; tried++)
        {
            StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            MonitorHistory? before = present is null ? null : await ReadHistoryAsync(key, cancellationToken).ConfigureAwait(false);
            MonitorHistory history = change(before);
            byte[] content = JsonSerializer.SerializeToUtf8Bytes(history, HistoryJsonContext.Default.MonitorHistory);
            StoredObject? written = await store.HoldsAsync(present, content, cancellationToken).ConfigureAwait(false)
                ? present
                : await store.PutAsync(key, content, PutCondition.Unchanged(present), cancellationToken).ConfigureAwait(false);
            if (written is null)
            {
                continue;
            }

            await store.PutIfChangedAsync(ObjectKeys.SiteMonitor(monitor), MonitorPage.Write(history), cancellationToken).ConfigureAwait(false);
            byte[] state = JsonSerializer.SerializeToUtf8Bytes(MonitorState.Of(history), HistoryJsonContext.Default.MonitorState);
            await store.PutIfChangedAsync(ObjectKeys.SiteState(monitor), state, cancellationToken).ConfigureAwait(false);
            StoredObject? now = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (now?.ETag == written.ETag)
            {
                return;
            }
        }

        throw new IOException($"{key} was written by others again and again; try again.");
    }

    /// <summary>Writes the page of all monitors from the parts that they have put there.</summary>
    public async Task WriteIndexAsync(CancellationToken cancellationToken)
    {
        for (int tried = 1; tried <= MostTries; tried++)
        {
            StoredObject[] parts = await ListStatesAsync(cancellationToken).ConfigureAwait(false);
            MonitorState?[] states = await BoundedConcurrency.SelectAsync(
                parts, (part, stop) => ReadStateAsync(part.Key, stop), cancellationToken).ConfigureAwait(false);
            byte[] page = IndexPage.Write([.. states.OfType<MonitorState>()]);
            await store.PutIfChangedAsync(ObjectKeys.SiteIndex, page, cancellationToken).ConfigureAwait(false);
            StoredObject[] now = await ListStatesAsync(cancellationToken).ConfigureAwait(false);
            if (now.Select(part => (part.Key, part.ETag)).SequenceEqual(parts.Select(part => (part.Key, part.ETag))))
            {
                return;
            }
        }
    }

    private async Task<StoredObject[]> ListStatesAsync(CancellationToken cancellationToken) =>
        await store.ListAsync(ObjectKeys.SiteStates, null, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false);

    private async Task<MonitorState?> ReadStateAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize(content, HistoryJsonContext.Default.MonitorState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<MonitorHistory?> ReadHistoryAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            MonitorHistory? history = content is null
                ? null
                : JsonSerializer.Deserialize(content, HistoryJsonContext.Default.MonitorHistory);
            return history is { Version: MonitorHistory.CurrentVersion } ? history : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
