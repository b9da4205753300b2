using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Remediation;

/// <summary>The records of a monitor's remediations, and their history.</summary>
/// <param name="artifacts">Where they are.</param>
internal sealed class RemediationStore(IObjectStore artifacts)
{
    private const int HashLength = 8;

    /// <summary>The key of the record of a change.</summary>
    public static string KeyOf(AlarmChange change) => ObjectKeys.Remediation(change.Alarm.Monitor, change.Time, change.Token[..HashLength]);

    /// <summary>A record; null when there is none.</summary>
    /// <exception cref="ConfigurationException">It is damaged.</exception>
    public async Task<RemediationRecord?> FindRecordAsync(string key, CancellationToken cancellationToken) =>
        await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false) is { } content
            ? Read(key, () => JsonSerializer.Deserialize(content, RemediationJsonContext.Default.RemediationRecord))
            : null;

    /// <summary>Writes a record where there is none.</summary>
    /// <returns>The record that is there now.</returns>
    public async Task<RemediationRecord> AddRecordAsync(string key, RemediationRecord record, CancellationToken cancellationToken)
    {
        StoredObject? stored = await artifacts.PutAsync(
            key, Write(record), PutCondition.Absent, cancellationToken).ConfigureAwait(false);
        return stored is null ? await FindRecordAsync(key, cancellationToken).ConfigureAwait(false) ?? record : record;
    }

    /// <summary>Changes a record, whoever else does at the same time.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="change">What becomes of it; the same record to leave it alone. May be called more than once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record that is there now; null when there is none.</returns>
    public Task<RemediationRecord?> ChangeRecordAsync(
        string key, Func<RemediationRecord, RemediationRecord> change, CancellationToken cancellationToken)
    {
        return artifacts.UpdateAsync(key, ChangeAsync, cancellationToken);

        async Task<ObjectUpdate<RemediationRecord?>> ChangeAsync(StoredObject? present)
        {
            RemediationRecord? record = present is null ? null : await FindRecordAsync(key, cancellationToken).ConfigureAwait(false);
            RemediationRecord? changed = record is null ? null : change(record);
            return new ObjectUpdate<RemediationRecord?>(changed, changed is null || changed == record ? null : Write(changed));
        }
    }

    /// <summary>The history of a monitor; an empty one when there is none yet.</summary>
    /// <exception cref="ConfigurationException">It is damaged.</exception>
    public async Task<RemediationHistory> ReadHistoryAsync(string monitor, CancellationToken cancellationToken)
    {
        string key = ObjectKeys.RemediationHistory(monitor);
        return await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false) is { } content
            ? Read(key, () => JsonSerializer.Deserialize(content, RemediationJsonContext.Default.RemediationHistory) is { Starts: not null } history ? history : null)
            : new RemediationHistory();
    }

    /// <summary>Changes the history of a monitor, whoever else does at the same time.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="change">What becomes of it; the same history to leave it alone. May be called more than once, each time with what is there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">Others changed it again and again.</exception>
    public Task ChangeHistoryAsync(
        string monitor, Func<RemediationHistory, RemediationHistory> change, CancellationToken cancellationToken)
    {
        return artifacts.UpdateAsync(ObjectKeys.RemediationHistory(monitor), ChangeAsync, cancellationToken);

        async Task<ObjectUpdate<RemediationHistory>> ChangeAsync(StoredObject? present)
        {
            RemediationHistory history = await ReadHistoryAsync(monitor, cancellationToken).ConfigureAwait(false);
            RemediationHistory changed = change(history);
            return new ObjectUpdate<RemediationHistory>(
                changed,
                ReferenceEquals(changed, history)
                    ? null
                    : JsonSerializer.SerializeToUtf8Bytes(changed, RemediationJsonContext.Default.RemediationHistory));
        }
    }

    private static byte[] Write(RemediationRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, RemediationJsonContext.Default.RemediationRecord);

    private static T Read<T>(string key, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new ConfigurationException(key, "$", "something is missing of the file; restore an earlier version of it.");
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(key, exception.Path ?? "$", "the file is damaged; restore an earlier version of it.");
        }
    }
}
