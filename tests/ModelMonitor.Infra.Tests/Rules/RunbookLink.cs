using System.Text.RegularExpressions;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>Finds the link to the runbook in an alarm's description.</summary>
internal static partial class RunbookLink
{
    /// <summary>The description of an alarm, each intrinsic function being left out for a word.</summary>
    public static string DescriptionOf(TemplateResource alarm) => alarm.At("AlarmDescription") is { } description ? JsonText.Joined(description) : "";

    /// <summary>The anchor that the description links to; null when it has no link.</summary>
    public static string? AnchorOf(string description) =>
        Link().Match(description) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^.{20,} https://\S+#([a-z0-9_-]+)$")]
    private static partial Regex Link();
}
