using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Constructs;

/// <summary>What one monitor adds to a deployment: its rule, its alarms and its dashboard.</summary>
internal sealed class MonitorResources : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="machine">What runs it.</param>
    /// <param name="undelivered">Where the rule's events go that could not start the machine.</param>
    /// <param name="topic">The topic of the deployment.</param>
    /// <param name="guidance">Where its alarms and dashboards send people.</param>
    public MonitorResources(
        Construct scope, MonitorDefinition monitor, StateMachine machine, IQueue undelivered, ITopic topic, Guidance guidance)
        : base(scope, $"Monitor-{monitor.Name}")
    {
        _ = new MonitorRule(this, "Schedule", monitor, machine, undelivered);
        MonitorTopics topics = new(this, monitor.Notify, topic);
        AlarmTiming timing = AlarmTiming.Of(monitor);
        Panel = CreatePanel(monitor, timing, topics, guidance);
    }

    /// <summary>What the summary dashboard shows of it.</summary>
    public MonitorPanel Panel { get; }

    private MonitorPanel CreatePanel(MonitorDefinition monitor, AlarmTiming timing, MonitorTopics topics, Guidance guidance)
    {
        Construct scope = new(this, monitor.Kind);
        MonitorMetrics metrics = new(monitor, timing.WindowPeriod);
        MonitorAlarmSet alarms = new(scope, "Alarms", monitor, new MonitorAlarms(monitor, metrics, timing).Create(), guidance, topics);
        MonitorDashboard dashboard = new(scope, "Dashboard", monitor, metrics, alarms.Alarms, guidance.Pages);
        _ = new CfnOutput(scope, "DashboardUrl", new CfnOutputProps
        {
            Value = DashboardUrl.Of(dashboard.Dashboard),
            Description = $"The dashboard of the monitor {monitor.Name}, {monitor.Kind}.",
        });
        return new MonitorPanel(monitor.Name, metrics, alarms.Alarms);
    }
}
