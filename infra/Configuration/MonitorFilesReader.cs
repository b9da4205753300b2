using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads the monitor files of a folder and reports everything that is wrong with any of them at once.</summary>
internal static class MonitorFilesReader
{
    /// <summary>Reads the monitors, in the order of their files' names.</summary>
    /// <param name="folder">The folder, as the user gave it.</param>
    /// <param name="root">What a relative folder is relative to.</param>
    /// <exception cref="InvalidDeploymentException">A file is wrong, two have one name, or there is none.</exception>
    public static IReadOnlyList<MonitorDefinition> Read(string folder, string root)
    {
        List<string> problems = [];
        List<MonitorDefinition> monitors = [];
        Dictionary<string, string> fileOfName = new(StringComparer.Ordinal);
        foreach (string file in FilesOf(folder, root))
        {
            string shown = Path.Combine(folder, Path.GetFileName(file));
            MonitorReading reading = MonitorReader.Read(File.ReadAllBytes(file));
            problems.AddRange(reading.Problems.Select(problem => $"{shown}: {problem}"));
            foreach (MonitorDefinition monitor in reading.Monitors)
            {
                monitors.Add(monitor);
                problems.AddRange(ProblemsOf(monitor, file).Select(problem => $"{shown}: {problem}"));
                if (!fileOfName.TryAdd(monitor.Name, shown))
                {
                    string origin = monitor.Kind == MonitorKindNames.DataQuality ? "" : $" (of the kind {monitor.Kind})";
                    problems.Add(
                        $"{shown}: $.name: '{monitor.Name}'{origin} is also the name of {fileOfName[monitor.Name]}; "
                        + "give each monitor a name of its own");
                }
            }
        }

        return problems.Count == 0 ? monitors : throw new InvalidDeploymentException([.. problems.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> ProblemsOf(MonitorDefinition monitor, string file)
    {
        foreach (string named in new[] { monitor.Preprocess?.Name, monitor.Postprocess?.Name }.OfType<string>().Where(IsMissing))
        {
            yield return $"the script '{named}' is not beside it; add it";
        }

        if (monitor.Bias?.Configuration is { Name: { } configuration } && IsMissing(configuration))
        {
            yield return $"$.bias.config: the file '{configuration}' is not beside it; add it";
        }

        if (AlarmTiming.FindProblem(monitor) is { } problem)
        {
            yield return problem;
        }

        bool IsMissing(string name) => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, name));
    }

    /// <summary>The files that monitors name, beside their own in a folder, which is there.</summary>
    public static IReadOnlyList<string> CompanionsOf(string folder, string root) =>
    [
        .. Directory.EnumerateFiles(Path.GetFullPath(folder, root))
            .Where(file => file.EndsWith(".js", StringComparison.Ordinal) || MonitorFileNames.IsConfiguration(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The monitor files of a folder.</summary>
    /// <exception cref="InvalidDeploymentException">There is no such folder, or no monitor file in it.</exception>
    public static IReadOnlyList<string> FilesOf(string folder, string root)
    {
        string path = Path.GetFullPath(folder, root);
        if (!Directory.Exists(path))
        {
            throw new InvalidDeploymentException(
                [$"context: {ContextKeys.Monitors}: there is no folder '{folder}' in {root}; expected the folder of the monitor files"]);
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(path, MonitorFileNames.Pattern)
                .Where(MonitorFileNames.IsMonitor)
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new InvalidDeploymentException(
                [$"{folder}: the folder holds no monitor file (*.json); add one, such as monitors/churn.json of the project"]);
    }
}
