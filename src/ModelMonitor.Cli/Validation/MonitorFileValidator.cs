using ModelMonitor.Aws.Storage;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Endpoints;
using ModelMonitor.Rules;

namespace ModelMonitor.Cli.Validation;

/// <summary>Checks monitor files, each by itself and all together: no two may have one name.</summary>
internal static class MonitorFileValidator
{
    /// <summary>Checks files, and the monitor files in folders, in the order given.</summary>
    /// <exception cref="ConfigurationException">A folder holds no monitor file.</exception>
    public static async Task<List<ValidatedMonitor>> ValidateAsync(
        IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        List<ValidatedMonitor> monitors = [];
        Dictionary<string, string> fileOfName = new(StringComparer.Ordinal);
        foreach (string file in paths.SelectMany(FilesOf).DistinctBy(Path.GetFullPath, StringComparer.Ordinal))
        {
            foreach (ValidatedMonitor monitor in await ValidateFileAsync(file, cancellationToken).ConfigureAwait(false))
            {
                monitors.Add(monitor.Definition is { } definition && !fileOfName.TryAdd(definition.Name, file)
                    ? monitor with
                    {
                        Problems =
                        [
                            new MonitorProblem(
                                "$.name",
                                0,
                                $"'{definition.Name}'{Origin(definition)} is also the name of {fileOfName[definition.Name]}; "
                                + "give each monitor a name of its own"),
                        ],
                    }
                    : monitor);
            }
        }

        return [.. monitors.Select(monitor => CheckCapture(monitor, monitors))];
    }

    /// <summary>Monitors of one endpoint must agree on what it captures.</summary>
    private static ValidatedMonitor CheckCapture(ValidatedMonitor monitor, List<ValidatedMonitor> all)
    {
        if (!monitor.IsValid || monitor.Definition is not { } definition)
        {
            return monitor;
        }

        try
        {
            IEnumerable<MonitorDefinition> others = all.Where(other => other.IsValid).Select(other => other.Definition).OfType<MonitorDefinition>();
            CaptureSettingsBuilder.Build(definition.Endpoint, others, bucket: "", _ => null);
            return monitor;
        }
        catch (ConfigurationException exception)
        {
            return monitor with { Problems = [new MonitorProblem("$.capture", 0, exception.Message)] };
        }
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(path, MonitorFileNames.Pattern)
                .Where(MonitorFileNames.IsMonitor)
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new ConfigurationException(path, "", "the folder holds no monitor file (*.json).");
    }

    private static async Task<IReadOnlyList<ValidatedMonitor>> ValidateFileAsync(string file, CancellationToken cancellationToken)
    {
        if (await StorePath.ReadFileAsync(file, "MONITOR", cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return [new ValidatedMonitor(file, null, [new MonitorProblem("$", 0, "there is no such file; check the path")])];
        }

        MonitorReading reading = MonitorReader.Read(content);
        if (reading.Problems.Count > 0)
        {
            return [new ValidatedMonitor(file, null, reading.Problems)];
        }

        List<ValidatedMonitor> monitors = [];
        foreach (MonitorDefinition monitor in reading.Monitors)
        {
            MonitorDefinition definition = await MonitorFile.WithScriptsAsync(monitor, file, cancellationToken).ConfigureAwait(false);
            monitors.Add(new ValidatedMonitor(file, definition, [.. RuleSet.Check(definition), .. CheckConfiguration(definition)])
            {
                Notes = DriftNotes.Of(definition),
            });
        }

        return monitors;
    }

    private static IEnumerable<MonitorProblem> CheckConfiguration(MonitorDefinition monitor) =>
        monitor.Bias?.Configuration is { Content: null, Name: { } name }
            ? [new MonitorProblem("$.bias.config", 0, $"the file '{name}' is not beside the monitor's; add it")]
            : [];

    private static string Origin(MonitorDefinition monitor) =>
        monitor.Kind == MonitorKindNames.DataQuality ? "" : $" (of the kind {monitor.Kind})";
}
