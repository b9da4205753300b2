using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads the monitor files of a folder and reports everything that is wrong with any of them at once.</summary>
internal static class MonitorFilesReader
{
    private const string SchemaSuffix = ".schema.json";

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
            if (reading.Definition is not { } definition)
            {
                continue;
            }

            monitors.Add(definition);
            foreach (string script in new[] { definition.Preprocess?.Name, definition.Postprocess?.Name }.OfType<string>())
            {
                if (!File.Exists(Path.Combine(Path.GetDirectoryName(file)!, script)))
                {
                    problems.Add($"{shown}: the script '{script}' is not beside it; add it");
                }
            }

            if (AlarmTiming.FindProblem(definition) is { } problem)
            {
                problems.Add($"{shown}: {problem}");
            }

            if (!fileOfName.TryAdd(definition.Name, shown))
            {
                problems.Add(
                    $"{shown}: $.name: '{definition.Name}' is also the name of {fileOfName[definition.Name]}; "
                    + "give each monitor a name of its own");
            }
        }

        return problems.Count == 0 ? monitors : throw new InvalidDeploymentException(problems);
    }

    /// <summary>The scripts beside the monitor files of a folder, which is there.</summary>
    public static IReadOnlyList<string> ScriptsOf(string folder, string root) =>
        [.. Directory.EnumerateFiles(Path.GetFullPath(folder, root), "*.js").Order(StringComparer.Ordinal)];

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
            .. Directory.EnumerateFiles(path, "*.json")
                .Where(file => !file.EndsWith(SchemaSuffix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new InvalidDeploymentException(
                [$"{folder}: the folder holds no monitor file (*.json); add one, such as monitors/churn.json of the project"]);
    }
}
