using System.CommandLine;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Options;

/// <summary>A kind of monitor that was chosen.</summary>
/// <param name="Runner">What runs it.</param>
internal readonly record struct KindChoice(IKindRunner Runner)
{
    /// <summary>The words of <c>--kind</c>: the kinds there are.</summary>
    public static (string Word, KindChoice Value)[] Words { get; } = [.. MonitorKinds.All.Select(kind => (kind.Name, new KindChoice(kind)))];

    /// <summary>The option that picks one of the monitors of a file.</summary>
    public static Option<KindChoice?> OfFile() =>
        Choice.CreateOption("--kind", "Which of the monitors, when --monitor is a file that makes several. Default: the first.", Words);
}
