using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>The names of alarms among those of their monitor: <see cref="AlarmName.Id"/>.</summary>
public static partial class AlarmIds
{
    /// <summary>No run completed for longer than the schedule explains.</summary>
    public const string NoRunCompleted = "NoRunCompleted";

    /// <summary>A run failed.</summary>
    public const string RunFailed = "RunFailed";

    /// <summary>Windows have no data.</summary>
    public const string CapturesStopped = "CapturesStopped";

    /// <summary>Constraints are violated.</summary>
    public const string Violations = "Violations";

    /// <summary>No window got labels; of monitors that join them.</summary>
    public const string LabelsMissing = "LabelsMissing";

    /// <summary>Much could not be read.</summary>
    public const string UnreadableRows = "UnreadableRows";

    /// <summary>The most characters of the name of an alarm of the monitor's file: with a stack's and a monitor's, CloudWatch takes it.</summary>
    public const int MaximumLength = 60;

    private const int HashDigits = 8;

    /// <summary>The alarms that every monitor has, and every one of some kinds.</summary>
    public static IReadOnlyList<string> OfEveryMonitor { get; } = [NoRunCompleted, RunFailed, CapturesStopped, Violations, UnreadableRows, LabelsMissing];

    /// <summary>The alarm that stands for all of a severity, when there are several.</summary>
    public static string OfAll(AlarmSeverity severity) => severity.ToString();

    /// <summary>Whether an alarm of the monitor's file may not have a name, in whatever case, since one of ours has it.</summary>
    public static bool IsTaken(string name) =>
        OfEveryMonitor.Concat(Enum.GetNames<AlarmSeverity>()).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of an alarm that was given none: its metric's in lowercase letters, digits and hyphens.</summary>
    /// <remarks>Where that loses more than spaces and signs, or is too long, a hash of the metric's whole name tells it from others.</remarks>
    public static string Derive(string metric)
    {
        string slug = NoLetterOrDigit().Replace(metric, "-").Trim('-').ToLowerInvariant();
        if (slug.Length is > 0 and <= MaximumLength && metric.All(char.IsAscii))
        {
            return slug;
        }

        string kept = slug[..Math.Min(slug.Length, MaximumLength - HashDigits - 1)].TrimEnd('-');
        return $"{kept}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(metric)), 0, HashDigits / 2)}".TrimStart('-');
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetterOrDigit();
}
