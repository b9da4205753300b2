using System.Diagnostics.CodeAnalysis;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>The name of a monitor's alarm in CloudWatch, by which an event of it tells the monitor: <c>deployment/monitor/id</c>.</summary>
/// <param name="Deployment">The name of the stack that has the alarm.</param>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Id">The alarm's name among those of its monitor, without slashes.</param>
public sealed record AlarmName(string Deployment, string Monitor, string Id)
{
    private const char Separator = '/';

    /// <summary>What the names of all alarms of a deployment's monitors start with.</summary>
    public static string PrefixOf(string deployment) => $"{deployment}{Separator}";

    /// <summary>Reads a name; that of any other alarm in the account is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AlarmName? name)
    {
        name = text?.Split(Separator) is [{ Length: > 0 } deployment, { } monitor, { Length: > 0 } id] && ResourceName.IsMonitorName(monitor)
            ? new AlarmName(deployment, monitor, id)
            : null;
        return name is not null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Deployment}{Separator}{Monitor}{Separator}{Id}";
}
