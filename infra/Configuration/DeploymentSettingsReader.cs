using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads the settings of a deployment from the CDK's context and reports everything that is wrong with them at once.</summary>
internal sealed partial class DeploymentSettingsReader
{
    /// <summary>What CloudWatch Logs accepts.</summary>
    private static readonly int[] RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private readonly IReadOnlyDictionary<string, JsonElement> _context;
    private readonly List<string> _problems = [];

    private DeploymentSettingsReader(IReadOnlyDictionary<string, JsonElement> context) => _context = context;

    /// <summary>Reads the settings; what the context leaves out has its default.</summary>
    /// <exception cref="InvalidDeploymentException">Something is wrong; it tells all of it.</exception>
    public static DeploymentSettings Read(IReadOnlyDictionary<string, JsonElement> context)
    {
        DeploymentSettingsReader reader = new(context);
        DeploymentSettings settings = reader.ReadSettings();
        reader.ReportMisspeltKeys();
        return reader._problems.Count == 0 ? settings : throw new InvalidDeploymentException(reader._problems);
    }

    private DeploymentSettings ReadSettings()
    {
        DeploymentSettings defaults = new();
        return new DeploymentSettings
        {
            StackName = ReadText(ContextKeys.StackName, StackName(), "a letter, then letters, digits and hyphens, at most 128")
                ?? defaults.StackName,
            MonitorsFolder = ReadText(ContextKeys.Monitors, NotBlank(), "the folder of the monitor files") ?? defaults.MonitorsFolder,
            CaptureBucket = ReadText(ContextKeys.CaptureBucket, BucketName(), "the name of an S3 bucket, without s3:// and without a key"),
            Architecture = ReadArchitecture() ?? defaults.Architecture,
            NotifyEmail = ReadText(ContextKeys.NotifyEmail, EmailAddress(), "an e-mail address"),
            LogRetentionDays = ReadRetention() ?? defaults.LogRetentionDays,
            RunbookUrl = ReadText(ContextKeys.RunbookUrl, WebAddress(), @"an address that begins with https:// and has no #, ', {, } or \ in it (write %23, %27, %7B, %7D, %5C)")
                ?? defaults.RunbookUrl,
            ReportSite = new ReportSiteSettingsReader(_context, _problems).Read(),
        };
    }

    private string? ReadText(string key, Regex pattern, string expectation)
    {
        if (!_context.TryGetValue(key, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && pattern.IsMatch(value.GetString()!))
        {
            return value.GetString();
        }

        Report(key, value, expectation);
        return null;
    }

    private FunctionArchitecture? ReadArchitecture()
    {
        string? name = ReadText(ContextKeys.Architecture, NotBlank(), "x86_64 or arm64");
        FunctionArchitecture? architecture = FunctionArchitecture.All.FirstOrDefault(
            candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        if (name is not null && architecture is null)
        {
            Report(ContextKeys.Architecture, _context[ContextKeys.Architecture], "x86_64 or arm64");
        }

        return architecture;
    }

    /// <summary>Numbers given with <c>-c</c> on the command line arrive as text.</summary>
    private int? ReadRetention()
    {
        if (!_context.TryGetValue(ContextKeys.LogRetentionDays, out JsonElement value))
        {
            return null;
        }

        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && RetentionDays.Contains(days))
        {
            return days;
        }

        Report(ContextKeys.LogRetentionDays, value, $"one of {string.Join(", ", RetentionDays)}");
        return null;
    }

    /// <summary>The context is shared with the CDK and the user's own tools, so only a name near to one of ours is a mistake.</summary>
    private void ReportMisspeltKeys()
    {
        foreach (string key in _context.Keys.Where(IsForeign).Order(StringComparer.Ordinal))
        {
            string? meant = ContextKeys.All.FirstOrDefault(known => EditDistance.Between(key, known) <= 2);
            if (meant is not null)
            {
                _problems.Add($"context: '{key}' is not a setting; did you mean '{meant}'?");
            }
        }
    }

    private static bool IsForeign(string key) =>
        !ContextKeys.All.Contains(key, StringComparer.Ordinal) && key.AsSpan().IndexOfAny(":/@") < 0;

    private void Report(string key, JsonElement value, string expectation) =>
        _problems.Add($"context: {key}: expected {expectation}; found {value.GetRawText()}");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,127}$")]
    private static partial Regex StackName();

    [GeneratedRegex(@"\S")]
    private static partial Regex NotBlank();

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex EmailAddress();

    /// <summary>The states language formats messages that the address is in: quotes, braces and backslashes mean something there.</summary>
    [GeneratedRegex(@"^https://[^\s#'{}\\]+\z")]
    private static partial Regex WebAddress();
}
