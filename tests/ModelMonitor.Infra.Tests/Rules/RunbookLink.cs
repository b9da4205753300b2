using System.Text.RegularExpressions;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>Finds the link to the runbook in an alarm's description.</summary>
internal static partial class RunbookLink
{
    /// <summary>The anchor that the description links to; null when it has no link.</summary>
    public static string? AnchorOf(string description) =>
        Link().Match(description) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^.{20,} https://\S+#([a-z0-9-]+)$")]
    private static partial Regex Link();
}
