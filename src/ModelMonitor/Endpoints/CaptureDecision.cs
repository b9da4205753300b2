using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Endpoints;

/// <summary>What is to be done about an endpoint's capture now.</summary>
/// <param name="Status">One of <see cref="CaptureStatus"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Updates">The updates decided on, this one included.</param>
/// <param name="AsksForAPerson">Whether a person is to be told, once the decision is noted down.</param>
public sealed record CaptureDecision(string Status, string Reason, IReadOnlyList<CaptureUpdate> Updates, bool AsksForAPerson = false)
{
    /// <summary>How often a change is tried that is never seen in force, and how often any is within a day: then a person is asked for.</summary>
    public const int MostAttempts = 3;

    private const string InService = "InService";
    private const int UpdatesKept = 10;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long an execution may take from its decision to the endpoint's being updated.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromMinutes(2);

    /// <summary>Decides. Nothing but the arguments counts.</summary>
    /// <param name="plan">What has to change.</param>
    /// <param name="endpointStatus">The endpoint's status, in the words of <c>DescribeEndpoint</c>.</param>
    /// <param name="settings">What the monitors say.</param>
    /// <param name="updates">The updates decided on before, oldest first.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ConfigurationException">The change was tried and never came into force: trying again and again would be a loop.</exception>
    public static CaptureDecision Of(
        CapturePlan plan, string endpointStatus, CaptureSettings settings, IReadOnlyList<CaptureUpdate> updates, DateTimeOffset now)
    {
        if (endpointStatus != InService)
        {
            return new CaptureDecision(
                CaptureStatus.Waiting, $"The endpoint is {endpointStatus}; when it is {InService} again, its event comes.", updates);
        }

        CaptureUpdate[] seen = [.. updates.Select(update => update.Configuration == plan.Present ? update with { WasSeen = true } : update)];
        if (plan.Name is not { } name)
        {
            return new CaptureDecision(CaptureStatus.Unchanged, "The endpoint captures what its monitors say.", seen);
        }

        if (settings.IsDryRun)
        {
            return new CaptureDecision(CaptureStatus.DryRun, $"A dry run: nothing was changed. {Describe(plan)}", seen);
        }

        if (seen.Reverse().TakeWhile(update => update.Configuration == name && !update.WasSeen).Count() >= MostAttempts)
        {
            throw new ConfigurationException(
                settings.Endpoint,
                "",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the configuration {name} was tried {MostAttempts} times and the endpoint is back at {plan.Present}; find out why, then delete {ObjectKeys.EndpointCapture(settings.Endpoint)} to have it tried again."));
        }

        if (seen is [.., { WasSeen: false } last] && last.Configuration == name && now - last.Time < InFlight)
        {
            return new CaptureDecision(CaptureStatus.Waiting, $"{name} is being put in force by another execution.", seen);
        }

        CaptureUpdate[] today = [.. seen.Where(update => now - update.Time < Day)];
        if (today.Length >= MostAttempts)
        {
            return GiveWay(seen, today, now);
        }

        return new CaptureDecision(
            CaptureStatus.Update, Describe(plan), [.. seen.TakeLast(UpdatesKept - 1), new CaptureUpdate(name, now)]);
    }

    /// <summary>What something else undoes is not done again the same day; a person is told of it once.</summary>
    private static CaptureDecision GiveWay(CaptureUpdate[] seen, CaptureUpdate[] today, DateTimeOffset now)
    {
        bool isTold = today.Any(update => update.ToldAt is not null);
        return new CaptureDecision(
            CaptureStatus.Waiting,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The endpoint was updated {today.Length} times within a day, so something else changes it, too; the next try is after {today[^MostAttempts].Time + Day:yyyy-MM-dd'T'HH:mm:ss'Z'}."),
            isTold ? seen : [.. seen.SkipLast(1), seen[^1] with { ToldAt = now }],
            AsksForAPerson: !isTold);
    }

    private static string Describe(CapturePlan plan) =>
        $"{plan.Present} becomes {plan.Name}: "
        + string.Join(", ", plan.Changes.Select(change => $"{change.Field} {change.Present ?? "none"} → {change.Wanted}")) + ".";
}
