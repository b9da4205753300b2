using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Endpoints;

/// <summary>Decides about an endpoint's capture and notes the decision down, each only in the place of the one it knew.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class CaptureRecorder(IObjectStore store, TimeProvider time)
{
    private const int WritesTried = 5;

    /// <summary>Decides, and notes it down. Of two executions that decide at once, the second knows of the first.</summary>
    /// <param name="plan">What has to change.</param>
    /// <param name="endpointStatus">The endpoint's status, in the words of <c>DescribeEndpoint</c>.</param>
    /// <param name="settings">What the monitors say.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">
    /// The change was tried often enough; or often enough for a day, which is told once a day; or the note is none, and a person
    /// has to delete it.
    /// </exception>
    /// <exception cref="IOException">Others wrote the note again and again meanwhile.</exception>
    public async Task<CaptureDecision> DecideAsync(
        CapturePlan plan, string endpointStatus, CaptureSettings settings, CancellationToken cancellationToken)
    {
        string key = ObjectKeys.EndpointCapture(settings.Endpoint);
        for (int i = 0; i < WritesTried; i++)
        {
            StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            CaptureDocument? before = present is null ? null : await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = time.GetUtcNow();
            CaptureDecision decision = CaptureDecision.Of(plan, endpointStatus, settings, before?.Updates ?? [], now);
            CaptureDocument after = new()
            {
                Endpoint = settings.Endpoint,
                Time = now,
                Status = decision.Status,
                Reason = decision.Reason,
                Configuration = plan.Present,
                Changes = plan.Changes,
                Updates = decision.Updates,
            };
            byte[] content = JsonSerializer.SerializeToUtf8Bytes(after, CaptureJsonContext.Default.CaptureDocument);
            PutCondition condition = present is null ? PutCondition.Absent : PutCondition.Matching(present.ETag);
            if (await store.PutAsync(key, content, condition, cancellationToken).ConfigureAwait(false) is not null)
            {
                return !decision.AsksForAPerson
                    ? decision
                    : throw new ConfigurationException(
                        settings.Endpoint, "", $"{decision.Reason} Find out what undoes it; until then captures are missing.");
            }
        }

        throw new IOException($"'{key}' changed {WritesTried} times while it was to be written.");
    }

    private async Task<CaptureDocument?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
            return content is null ? null : JsonSerializer.Deserialize(content, CaptureJsonContext.Default.CaptureDocument);
        }
        catch (JsonException)
        {
            throw new ConfigurationException(key, "", "it is not what was written there; delete it.");
        }
    }
}
