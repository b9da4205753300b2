using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Functions;

/// <summary>The monitor files of a deployment.</summary>
/// <param name="path">Their folder.</param>
internal sealed class MonitorFolder(string path)
{
    /// <summary>Reads the monitor of a name: of the file named after it, else of the one that says so.</summary>
    /// <exception cref="ConfigurationException">There is none, or a file that was looked at is wrong.</exception>
    public MonitorDefinition Read(string name)
    {
        // The name comes from an event: it is compared with names of files, never made part of a path.
        IEnumerable<string> files = Files().OrderBy(file => Path.GetFileNameWithoutExtension(file) == name ? 0 : 1);
        return files.Select(ReadFile).FirstOrDefault(monitor => monitor.Name == name)
            ?? throw new ConfigurationException(path, "", $"no file there is of a monitor '{name}'; add it, and deploy again.");
    }

    /// <summary>Reads all monitors, in the order of their files' names.</summary>
    /// <exception cref="ConfigurationException">A file is wrong, or there is none.</exception>
    public IReadOnlyList<MonitorDefinition> ReadAll() => [.. Files().Select(ReadFile)];

    private string[] Files()
    {
        string[] files = !Directory.Exists(path)
            ? []
            :
            [
                .. Directory.EnumerateFiles(path, "*.json")
                    .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
        return files.Length > 0
            ? files
            : throw new ConfigurationException(path, "", "the folder holds no monitor file (*.json); deploy with one at least.");
    }

    private static MonitorDefinition ReadFile(string file)
    {
        MonitorReading reading = MonitorReader.Read(File.ReadAllBytes(file));
        return reading.Definition is { } definition
            ? MonitorScripts.Load(definition, name => ReadScript(Path.Combine(Path.GetDirectoryName(file)!, name)))
            : throw new ConfigurationException(
                $"{file}: line {reading.Problems[0].Line}", reading.Problems[0].Path, reading.Problems[0].Message);
    }

    private static string? ReadScript(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
