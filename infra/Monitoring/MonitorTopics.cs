using Amazon.CDK.AWS.SNS;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>What a monitor's alarms notify, by their severity: the deployment's topic, and those of the monitor.</summary>
internal sealed class MonitorTopics
{
    private readonly NotifySection _notify;
    private readonly ITopic _ofDeployment;
    private readonly Dictionary<string, ITopic> _ofMonitor;

    /// <param name="scope">The monitor's construct.</param>
    /// <param name="notify">The monitor's own topics.</param>
    /// <param name="ofDeployment">The deployment's.</param>
    public MonitorTopics(Construct scope, NotifySection notify, ITopic ofDeployment)
    {
        _notify = notify;
        _ofDeployment = ofDeployment;
        _ofMonitor = Enum.GetValues<AlarmSeverity>().SelectMany(notify.Of).Distinct(StringComparer.Ordinal)
            .Select((arn, index) => (arn, topic: Topic.FromTopicArn(scope, $"Notify{index + 1}", arn)))
            .ToDictionary(named => named.arn, named => named.topic, StringComparer.Ordinal);
    }

    /// <summary>The topics of a severity.</summary>
    public IEnumerable<ITopic> Of(AlarmSeverity severity) => _notify.Of(severity).Select(arn => _ofMonitor[arn]).Prepend(_ofDeployment);
}
