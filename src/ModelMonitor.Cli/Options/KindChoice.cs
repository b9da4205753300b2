using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Options;

/// <summary>A kind of monitor that was chosen.</summary>
/// <param name="Runner">What runs it.</param>
internal readonly record struct KindChoice(IKindRunner Runner)
{
    /// <summary>The words of <c>--kind</c>: the kinds there are.</summary>
    public static (string Word, KindChoice Value)[] Words { get; } = [.. MonitorKinds.All.Select(kind => (kind.Name, new KindChoice(kind)))];
}
