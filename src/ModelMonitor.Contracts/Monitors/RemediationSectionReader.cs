using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>remediation</c>.</summary>
internal static class RemediationSectionReader
{
    private const int MostPerWeek = 100;
    private const int MostRows = 1_000_000_000;

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public static RemediationSection? Read(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        RemediationSection defaults = new(ReadTarget(section));
        RemediationSection remediation = defaults with
        {
            Cooldown = section.ReadDuration("cooldown", TimeSpan.Zero, Month) ?? defaults.Cooldown,
            MaxPerWeek = section.ReadInteger("maxPerWeek", 1, MostPerWeek) ?? defaults.MaxPerWeek,
            MinimumRows = section.ReadInteger("minimumRows", 0, MostRows) ?? defaults.MinimumRows,
            Timeout = section.ReadDuration("timeout", ShortestTimeout, Month) ?? defaults.Timeout,
            Maintenance = MaintenanceReader.Read(section.ReadSections("maintenance")),
            Parameters = section.Find("parameters") is null
                ? defaults.Parameters
                : section.ReadStrings("parameters", RemediationParameter.All.Contains, $"one of {string.Join(", ", RemediationParameter.All)}"),
            DryRun = section.ReadBoolean("dryRun", defaults.DryRun),
        };
        if (section.Find("parameters") is not null && remediation.Target.Kind != RemediationTargetKind.Pipeline)
        {
            section.Report("parameters", "is for pipelines; a state machine or a bus is told everything. Remove it");
        }

        section.Finish();
        return remediation;
    }

    /// <summary>Reports alarms that would start something where nothing is named, and something named that no alarm starts.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="alarms">Its alarms, in their order.</param>
    /// <param name="monitors">The monitors that were read of it.</param>
    public static void Check(SectionReader root, IReadOnlyList<SectionReader> alarms, IReadOnlyList<MonitorDefinition> monitors)
    {
        bool starts = root.Find("remediation") is not null;
        foreach (SectionReader alarm in starts ? [] : alarms)
        {
            if (alarm.Find("remediate") is { Kind: JsonValueKind.True })
            {
                alarm.Report("remediate", "there is nothing to start; add a section remediation, such as \"remediation\": { \"pipeline\": \"churn-retrain\" }");
            }
        }

        if (starts && !monitors.Any(monitor => monitor.Alarms.Any(alarm => alarm.Remediate)))
        {
            root.Report("remediation", "no alarm starts it; add \"remediate\": true to an alarm of $.alarms");
        }
    }

    private static RemediationTarget ReadTarget(SectionReader section)
    {
        string? pipeline = section.ReadString(
            "pipeline", ResourceName.IsPipelineName, "the name of a SageMaker pipeline, not its ARN: 1 to 256 letters, digits and hyphens");
        string? machine = section.ReadString(
            "stateMachine",
            ResourceArn.IsStateMachine,
            "the ARN of a state machine of the type Standard in the deployment's account and region, such as arn:aws:states:us-east-1:123456789012:stateMachine:retrain");
        string? bus = section.ReadString(
            "eventBus",
            text => ResourceName.IsEventBusName(text) || ResourceArn.IsEventBus(text),
            "the name or the ARN of an event bus, such as default");
        string[] keys = ["pipeline", "stateMachine", "eventBus"];
        int given = keys.Count(key => section.Find(key) is not null);
        if (given != 1)
        {
            section.Report(string.Create(
                CultureInfo.InvariantCulture, $"expected exactly one of pipeline, stateMachine and eventBus, found {given}"));
        }

        return machine is not null ? new RemediationTarget(RemediationTargetKind.StateMachine, machine)
            : bus is not null ? new RemediationTarget(RemediationTargetKind.EventBus, bus)
            : new RemediationTarget(RemediationTargetKind.Pipeline, pipeline ?? "");
    }
}
