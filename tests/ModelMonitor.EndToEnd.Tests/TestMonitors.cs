namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The monitors of the deployment. Each test has one with an endpoint of its own, so that none sees another's hours.</summary>
internal static class TestMonitors
{
    /// <summary>Names of monitors that run every hour, over the endpoint of the same name.</summary>
    public static IReadOnlyList<string> Hourly { get; } =
    [
        "arrival", "folder", "unfit", "hour", "repeat", "late", "quiet", "poisoned", "killed", "forgetful", "racing",
        "unprepared", "corrupt", "daily-parts", "large",
    ];

    /// <summary>The daily monitor over the endpoint that <see cref="DailyParts"/> watches hour by hour.</summary>
    public const string Daily = "daily-whole";

    /// <summary>The hourly one.</summary>
    public const string DailyParts = "daily-parts";

    /// <summary>The monitor whose window is two weeks, and so has many shards.</summary>
    public const string Many = "many";

    /// <summary>The days of <see cref="Many"/>'s window.</summary>
    public const int ManyDays = 14;

    /// <summary>The monitor that has its endpoint capture.</summary>
    public const string Capturing = "capturing";

    /// <summary>The one that only rehearses it.</summary>
    public const string Rehearsing = "rehearsing";

    /// <summary>Writes the files of all monitors.</summary>
    public static void Write(string folder)
    {
        foreach (string name in Hourly)
        {
            Write(folder, name, name, "\"hourly\"");
        }

        Write(folder, Capturing, Capturing, "\"hourly\"", """{ "configureEndpoint": true, "dryRun": false, "samplingPercentage": 50, "contentTypes": { "csv": ["text/csv"] } }""");
        Write(folder, Rehearsing, Rehearsing, "\"hourly\"", """{ "configureEndpoint": true }""");
        Write(folder, Daily, DailyParts, "\"daily\"");
        Write(folder, Many, Many, $"\"daily\", \"window\": \"P{ManyDays}D\"");
    }

    private static void Write(string folder, string name, string endpoint, string schedule, string capture = "{}") => File.WriteAllText(
        Path.Combine(folder, name + ".json"),
        $$"""
        {
          "name": "{{name}}",
          "endpoint": "{{endpoint}}",
          "schedule": {{schedule}},
          "settleDelay": "PT0S",
          "capture": {{capture}},
          "dataQuality": { "emitMetrics": true }
        }
        """);
}
