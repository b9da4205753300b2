using System.Globalization;
using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs.Failures;

namespace ModelMonitor.Remediation;

/// <summary>Reads events of alarms. Nothing in them is certain, and none of them makes it throw.</summary>
internal static class AlarmChangeReader
{
    private const string Source = "aws.cloudwatch";
    private const string DetailType = "CloudWatch Alarm State Change";
    private const int LongestExplanation = 500;

    // CloudWatch writes 2026-11-22T11:04:40.989+0000.
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads the event of a request.</summary>
    public static AlarmReading Read(RemediateRequest request)
    {
        if (Parse(request.Event) is not { Source: Source, DetailType: DetailType, Detail: { State: { } state } detail } told)
        {
            return Refuse(RemediationReason.Malformed, $"The event is not a \"{DetailType}\" as CloudWatch sends it.");
        }

        if (told.Account != request.Account || told.Region != request.Region)
        {
            return Refuse(RemediationReason.NotOurs, "The event is of another account or region.");
        }

        if (!AlarmName.TryParse(detail.AlarmName, out AlarmName? name) || name.Deployment != request.Deployment)
        {
            return Refuse(RemediationReason.NotOurs, "The alarm is none of a monitor of this deployment.");
        }

        if (StateOf(state.Value) is not { } value || !TryParseTime(state.Timestamp, out DateTimeOffset time))
        {
            return Refuse(RemediationReason.Malformed, "The event tells no state of the alarm, or not since when.");
        }

        return new AlarmReading(new AlarmChange(name, value, time, FailureMessage.Plain(state.Reason ?? "", LongestExplanation)), null);
    }

    private static AlarmReading Refuse(RemediationReason reason, string explanation) => new(null, new RemediationDecision(reason, explanation));

    private static AlarmEvent? Parse(JsonElement told)
    {
        try
        {
            return told.ValueKind == JsonValueKind.Object ? told.Deserialize(RemediationJsonContext.Default.AlarmEvent) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is for half of a surrogate pair, which is no text.
            return null;
        }
    }

    private static AlarmState? StateOf(string? word) => word switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };

    private static bool TryParseTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
