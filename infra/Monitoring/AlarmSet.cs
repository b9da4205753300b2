using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The alarms of what all monitors share, each of which notifies the deployment's topic.</summary>
internal sealed class AlarmSet : Construct
{
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="definitions">The alarms.</param>
    /// <param name="guidance">Where they send people.</param>
    /// <param name="topic">What is notified.</param>
    public AlarmSet(Construct scope, string id, IEnumerable<AlarmDefinition> definitions, Guidance guidance, ITopic topic)
        : base(scope, id)
    {
        AlarmBuilder builder = new(guidance.RunbookUrl);
        Alarms = [.. definitions.Select(definition => builder.Build(this, definition))];
        foreach (Alarm alarm in Alarms)
        {
            alarm.AddAlarmAction(new SnsAction(topic));
        }
    }

    /// <summary>The alarms, in the order of their definitions.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }
}
