using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts;
using ModelMonitor.Demo;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Demonstration;

/// <summary>The folder of a demonstration and the places in it.</summary>
internal sealed class DemoFolder
{
    /// <summary>The key of the training set.</summary>
    public const string TrainingKey = $"datasets/{MonitorName}/training.csv";

    /// <summary>What the keys of captures start with.</summary>
    public const string CapturePrefix = "capture/";

    private const string MonitorName = "churn";
    private const string FirstLine = "// Written by `modelmonitor demo`, which makes it anew each time.";

    /// <summary>The content of the monitor file.</summary>
    private const string MonitorText =
        FirstLine + """

        {
          "name": "churn",
          "endpoint": "churn-demo",
          "variant": "AllTraffic",
          "schedule": "hourly",
          "capture": { "prefix": "capture/" },
          "dataset": { "format": { "csv": { "header": true } } },
          "compatibility": "Corrected",
          "dataQuality": {
            "features": {
              // A feature can have its own threshold; this one is as in the baseline.
              "plan": { "driftThreshold": 0.1 },
            },
          },
        }

        """;

    private DemoFolder(string root)
    {
        Root = root;
        Store = LocalPath.OpenForWriting(root, "--output");
    }

    /// <summary>The folder, as the user gave it.</summary>
    public string Root { get; }

    /// <summary>The folder as a store.</summary>
    public IObjectStore Store { get; }

    /// <summary>The training set.</summary>
    public string Training => Path.Combine(Root, TrainingKey);

    /// <summary>The monitor file.</summary>
    public string Monitor => Path.Combine(Root, "monitor.json");

    /// <summary>The folder of the baseline.</summary>
    public string Baseline => Path.Combine(Root, "baseline");

    /// <summary>The folder of the captures.</summary>
    public string Capture => Path.Combine(Root, "capture");

    /// <summary>The folder of the monitor's reports.</summary>
    public string Reports => Path.Combine(Root, "reports", DemoScenario.Endpoint, MonitorName);

    /// <summary>A folder for a report over all hours together.</summary>
    public string Day => Path.Combine(Root, "day");

    /// <summary>The address of the monitor's page, as a browser takes it.</summary>
    public string Page => new Uri(Path.GetFullPath(Path.Combine(Root, ObjectKeys.SiteMonitor(MonitorName)))).AbsoluteUri;

    /// <summary>The folder of an hour's captures.</summary>
    public string CaptureHour(DateTimeOffset hour)
    {
        string key = ObjectKeys.CaptureHour(CapturePrefix, DemoScenario.Endpoint, DemoScenario.Variant, hour).TrimEnd('/');
        return Path.Combine(Root, Path.Combine(key.Split('/')));
    }

    /// <summary>Makes the folder ready: clears away what a former demonstration made, and writes the monitor file.</summary>
    /// <exception cref="ConfigurationException">It is a file, or holds something that no demonstration made.</exception>
    public static async Task<DemoFolder> PrepareAsync(string root, CancellationToken cancellationToken)
    {
        if (StorePath.IsS3(root))
        {
            throw new ConfigurationException(
                "--output", "", $"'{root}' is in S3, and the demonstration stays on this machine; give a folder.");
        }

        DemoFolder folder = new(root);
        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            if (!IsDemonstration(folder.Monitor))
            {
                throw new ConfigurationException(
                    "--output", "", $"'{root}' is not empty, and what is in it is no former demonstration; give another folder.");
            }

            folder.ClearAway();
        }

        await folder.Store.PutAsync(
            "monitor.json", System.Text.Encoding.UTF8.GetBytes(MonitorText), cancellationToken: cancellationToken).ConfigureAwait(false);
        return folder;
    }

    private static bool IsDemonstration(string monitor) =>
        File.Exists(monitor) && File.ReadLines(monitor).FirstOrDefault() == FirstLine;

    private void ClearAway()
    {
        string[] made =
        [
            Path.Combine(Capture, DemoScenario.Endpoint),
            Reports,
            Path.Combine(Root, "baselines", MonitorName),
            Path.Combine(Root, "runs", MonitorName),
            Path.Combine(Root, ObjectKeys.HistoryOf(MonitorName)),
            Path.Combine(Root, "states", DemoScenario.Endpoint),
            Path.Combine(Root, "site"),
            Day,
        ];
        foreach (string path in made.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
