using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The alarms of a monitor, of which one for each severity notifies people.</summary>
/// <remarks>
/// What has one cause often breaks several things at once. So where there are several alarms of a severity they notify nobody
/// by themselves: a composite alarm does, once, and names them as reasons. All are named as <see cref="AlarmName"/> says.
/// </remarks>
internal sealed class MonitorAlarmSet : Construct
{
    /// <summary>A rule has 10,240 characters at most, and the ARN of an alarm with a long name more than 300.</summary>
    private const int AlarmsOfComposite = 25;

    private readonly MonitorDefinition _monitor;
    private readonly AlarmBuilder _builder;
    private readonly string _page;
    private readonly MonitorTopics _topics;

    /// <param name="scope">The monitor's construct.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="definitions">Its alarms.</param>
    /// <param name="guidance">Where they send people.</param>
    /// <param name="topics">What is notified.</param>
    public MonitorAlarmSet(
        Construct scope, string id, MonitorDefinition monitor, IEnumerable<AlarmDefinition> definitions, Guidance guidance, MonitorTopics topics)
        : base(scope, id)
    {
        _monitor = monitor;
        _builder = new AlarmBuilder(guidance.RunbookUrl);
        _page = guidance.Pages.OfMonitor(monitor.Name);
        _topics = topics;
        (AlarmSeverity Severity, Alarm Alarm)[] alarms =
        [
            .. definitions.Select(definition => (definition.Severity, _builder.Build(this, definition, NameOf(definition.Id), _page))),
        ];
        Alarms = [.. alarms.Select(alarm => alarm.Alarm)];
        foreach (IGrouping<AlarmSeverity, Alarm> group in alarms.GroupBy(alarm => alarm.Severity, alarm => alarm.Alarm))
        {
            Notify(group.Key, [.. group]);
        }
    }

    /// <summary>The alarms, in the order of their definitions, without those that stand for several.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    private void Notify(AlarmSeverity severity, Alarm[] alarms)
    {
        SnsAction[] actions = [.. _topics.Of(severity).Select(topic => new SnsAction(topic))];
        if (alarms is [{ } only])
        {
            only.AddAlarmAction(actions);
            return;
        }

        foreach ((int index, Alarm[] some) in alarms.Chunk(AlarmsOfComposite).Index())
        {
            string number = index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
            CreateComposite(severity, AlarmIds.OfAll(severity) + number, some).AddAlarmAction(actions);
        }
    }

    private CompositeAlarm CreateComposite(AlarmSeverity severity, string id, Alarm[] alarms) => new(this, id, new CompositeAlarmProps
    {
        CompositeAlarmName = NameOf(id),
        AlarmDescription = _builder.Describe(
            $"Monitor {_monitor.Name}: at least one of its {alarms.Length} alarms of severity {severity.ToString().ToLowerInvariant()} rings. "
            + "Which ones, and why, stands among this alarm's children, each of which has a description of its own.",
            RunbookAnchors.SeveralAlarms,
            _page),
        AlarmRule = AlarmRule.AnyOf([.. alarms.Select(alarm => AlarmRule.FromAlarm(alarm, AlarmState.ALARM))]),
    });

    private string NameOf(string id) => new AlarmName(Stack.Of(this).StackName, _monitor.Name, id).ToString();
}
