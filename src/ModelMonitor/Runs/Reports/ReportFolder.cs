using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Reports;

/// <summary>A report's folder as it was when someone looked.</summary>
internal sealed class ReportFolder
{
    private readonly IObjectStore _store;
    private readonly string _prefix;
    private readonly Dictionary<string, StoredObject> _present;

    private ReportFolder(IObjectStore store, string prefix, Dictionary<string, StoredObject> present, RunRecord? record)
    {
        _store = store;
        _prefix = prefix;
        _present = present;
        Record = record;
    }

    /// <summary>The record; null when there is none, or it cannot be read.</summary>
    public RunRecord? Record { get; }

    /// <summary>Looks into a folder.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public static async Task<ReportFolder> LookAsync(IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        // The documents first: a report that is completed meanwhile is then seen with its record, or not at all.
        Dictionary<string, StoredObject> present = await FindAsync(
            store, prefix, ObjectKeys.ReportDocuments, cancellationToken).ConfigureAwait(false);
        if (await store.FindAsync(prefix + ObjectKeys.Run, cancellationToken).ConfigureAwait(false) is not { } mark)
        {
            return new ReportFolder(store, prefix, present, record: null);
        }

        present.Add(ObjectKeys.Run, mark);
        RunRecord? record = await FindRecordAsync(store, prefix, cancellationToken).ConfigureAwait(false);
        return new ReportFolder(store, prefix, present, record);
    }

    /// <summary>Reads a folder's record; null when there is none, or it cannot be read.</summary>
    public static async Task<RunRecord?> FindRecordAsync(IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        byte[]? content = await store.TryReadAllAsync(prefix + ObjectKeys.Run, cancellationToken).ConfigureAwait(false);
        return content is null ? null : Read(content);
    }

    /// <summary>Reads a record; null when it is none.</summary>
    public static RunRecord? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, RunJsonContext.Default.RunRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The ETags of the folder's files now, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ETagsNowAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, StoredObject> present = await FindAsync(
            _store, _prefix, [.. ObjectKeys.ReportDocuments, ObjectKeys.Run], cancellationToken).ConfigureAwait(false);
        return present.ToDictionary(pair => pair.Key, pair => pair.Value.ETag, StringComparer.Ordinal);
    }

    /// <summary>A file as it was; null when there was none.</summary>
    public StoredObject? Find(string name) => _present.GetValueOrDefault(name);

    /// <summary>
    /// Whether the folder has been left to a run of the same window that makes another one superfluous: one of
    /// the same plan, or one planned later, whose report is whole.
    /// </summary>
    /// <param name="plan">The plan of the run in question.</param>
    /// <param name="startedAt">When its planning began.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the reading of the documents.</param>
    public async Task<bool> IsSettledAsync(
        RunPlan plan, DateTimeOffset startedAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        (IsOfLaterRun(plan, startedAt, now)
            || (Record is { IsDone: true } record && record.Window == plan.Window && record.Fingerprint == plan.Fingerprint))
        && await IsWholeAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Whether the record is of another run of the same window that was planned later, and is not from the future.</summary>
    public bool IsOfLaterRun(RunPlan plan, DateTimeOffset startedAt, DateTimeOffset now) =>
        Record is { IsDone: true } record
        && record.Window == plan.Window
        && record.Fingerprint != plan.Fingerprint
        && record.StartedAt > startedAt
        && record.StartedAt <= now;

    /// <summary>
    /// Whether the documents are those that the record names, byte for byte, and no others but those it calls
    /// stale. A record of no data names none, so that whatever lies beside it takes nothing from it.
    /// </summary>
    public async Task<bool> IsWholeAsync(CancellationToken cancellationToken)
    {
        if (Record is null)
        {
            return false;
        }

        if (Record.Documents is null || Record.Outcome == RunOutcome.NoData)
        {
            return true;
        }

        foreach (string name in ObjectKeys.ReportDocuments.Except(Record.StaleDocuments))
        {
            ReportDocument? named = Record.Documents.FirstOrDefault(document => document.Name == name);
            if (!await IsAsync(name, named, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a file is as the record has it. It is looked at anew: the record may be younger than the look before it.</summary>
    private async Task<bool> IsAsync(string name, ReportDocument? named, CancellationToken cancellationToken) => named is null
        ? await _store.FindAsync(_prefix + name, cancellationToken).ConfigureAwait(false) is null
        : await _store.TryReadAllAsync(_prefix + name, cancellationToken).ConfigureAwait(false) is { } content
            && ReportDocument.Of(name, content) == named;

    private static async Task<Dictionary<string, StoredObject>> FindAsync(
        IObjectStore store, string prefix, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        StoredObject?[] found = await BoundedConcurrency.SelectAsync(
            names, (name, stop) => store.FindAsync(prefix + name, stop), cancellationToken).ConfigureAwait(false);
        Dictionary<string, StoredObject> present = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (found[i] is { } stored)
            {
                present.Add(names[i], stored);
            }
        }

        return present;
    }
}
