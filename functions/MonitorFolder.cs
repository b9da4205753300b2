using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Functions;

/// <summary>The monitor files of a deployment.</summary>
/// <param name="path">Their folder.</param>
internal sealed class MonitorFolder(string path)
{
    /// <summary>Reads the monitor of a name: of the file named after it, or after what it is a kind of; else of the one that says so.</summary>
    /// <exception cref="ConfigurationException">There is none, or a file that was looked at is wrong.</exception>
    public MonitorDefinition Read(string name)
    {
        // The name comes from an event: it is compared with names of files, never made part of a path.
        string[] likely = [.. MonitorKindNames.FilesOf(name)];
        IEnumerable<string> files = Files().OrderBy(file => Array.IndexOf(likely, Path.GetFileNameWithoutExtension(file)) is >= 0 and var rank ? rank : likely.Length);
        return files.SelectMany(ReadFile).FirstOrDefault(monitor => monitor.Name == name)
            ?? throw new ConfigurationException(path, "", $"no file there is of a monitor '{name}'; add it, and deploy again.");
    }

    /// <summary>Reads all monitors, in the order of their files' names.</summary>
    /// <exception cref="ConfigurationException">A file is wrong, or there is none.</exception>
    public IReadOnlyList<MonitorDefinition> ReadAll() => [.. Files().SelectMany(ReadFile)];

    private string[] Files()
    {
        string[] files = !Directory.Exists(path)
            ? []
            :
            [
                .. Directory.EnumerateFiles(path, MonitorFileNames.Pattern)
                    .Where(MonitorFileNames.IsMonitor)
                    .Order(StringComparer.Ordinal),
            ];
        return files.Length > 0
            ? files
            : throw new ConfigurationException(path, "", "the folder holds no monitor file (*.json); deploy with one at least.");
    }

    private static IEnumerable<MonitorDefinition> ReadFile(string file)
    {
        MonitorReading reading = MonitorReader.Read(File.ReadAllBytes(file));
        return reading.Problems.Count == 0
            ? reading.Monitors.Select(monitor => MonitorScripts.Load(monitor, name => ReadScript(Path.Combine(Path.GetDirectoryName(file)!, name))))
            : throw new ConfigurationException(
                $"{file}: line {reading.Problems[0].Line}", reading.Problems[0].Path, reading.Problems[0].Message);
    }

    private static string? ReadScript(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
