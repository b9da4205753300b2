using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Endpoints;

/// <summary>Decides about an endpoint's capture and notes the decision down, each only in the place of the one it knew.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class CaptureRecorder(IObjectStore store, TimeProvider time)
{
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
        CaptureDecision decision = await store.UpdateAsync(key, DecideAgainAsync, cancellationToken).ConfigureAwait(false);
        return !decision.AsksForAPerson
            ? decision
            : throw new ConfigurationException(
                settings.Endpoint, "", $"{decision.Reason} Find out what undoes it; until then captures are missing.");

        async Task<ObjectUpdate<CaptureDecision>> DecideAgainAsync(StoredObject? present)
        {
            CaptureDocument? before = present is null ? null : await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = time.GetUtcNow();
            CaptureDecision made = CaptureDecision.Of(plan, endpointStatus, settings, before?.Updates ?? [], now);
            CaptureDocument after = new()
            {
                Endpoint = settings.Endpoint,
                Time = now,
                Status = made.Status,
                Reason = made.Reason,
                Configuration = plan.Present,
                Changes = plan.Changes,
                Updates = made.Updates,
            };
            return new ObjectUpdate<CaptureDecision>(
                made, JsonSerializer.SerializeToUtf8Bytes(after, CaptureJsonContext.Default.CaptureDocument));
        }
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
