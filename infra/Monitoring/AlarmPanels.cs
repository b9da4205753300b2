using Amazon.CDK.AWS.CloudWatch;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>Makes widgets of the states of alarms.</summary>
internal static class AlarmPanels
{
    /// <summary>The most alarms that CloudWatch shows in one widget.</summary>
    private const int AlarmsPerWidget = 100;

    /// <summary>Widgets that show the state of each alarm.</summary>
    public static IWidget[] Of(string title, IEnumerable<Alarm> alarms) =>
    [
        .. alarms.Chunk(AlarmsPerWidget).Select(chunk => new AlarmStatusWidget(new AlarmStatusWidgetProps
        {
            Title = title,
            Alarms = chunk,
            Width = 24,
            Height = Math.Clamp(1 + Math.Ceiling(chunk.Length / 4.0), 2, 12),
        })),
    ];
}
