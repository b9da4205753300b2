using System.Text;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Cli.Inputs;

/// <summary>Reads the monitor file that a command is given.</summary>
internal static class MonitorFile
{
    /// <summary>Reads one of its monitors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">The kind of the monitor; null for the first.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">
    /// There is no such file, or something is wrong with it, of which the first fault is told; or it has no monitor of the kind.
    /// </exception>
    public static async Task<MonitorDefinition> ReadAsync(string path, string? kind, CancellationToken cancellationToken)
    {
        byte[] content = await StorePath.ReadFileAsync(path, "--monitor", cancellationToken).ConfigureAwait(false)
            ?? throw new ConfigurationException("--monitor", "", $"there is no file '{path}'; check the path.");
        MonitorReading reading = MonitorReader.Read(content);
        if (reading.Problems.Count == 0)
        {
            MonitorDefinition definition = reading.Monitors.FirstOrDefault(monitor => kind is null || monitor.Kind == kind)
                ?? throw new ConfigurationException(
                    path, "", $"the file has no section for {kind}, only for {string.Join(" and ", reading.Monitors.Select(monitor => monitor.Kind))}.");
            return await WithScriptsAsync(definition, path, cancellationToken).ConfigureAwait(false);
        }

        MonitorProblem first = reading.Problems[0];
        string place = first.Line == 0 ? path : $"{path}: line {first.Line}";
        string more = reading.Problems.Count == 1
            ? ""
            : $" ({reading.Problems.Count - 1} more: see `modelmonitor validate`)";
        throw new ConfigurationException(place, first.Path, first.Message + more);
    }

    /// <summary>Reads the files that a monitor names, beside its own.</summary>
    public static async Task<MonitorDefinition> WithScriptsAsync(MonitorDefinition definition, string path, CancellationToken cancellationToken)
    {
        string folder = StorePath.FolderOf(path);
        Dictionary<string, string?> sources = new(StringComparer.Ordinal);
        foreach (string name in MonitorScripts.NamesOf(definition))
        {
            byte[]? content = await StorePath.ReadFileAsync(StorePath.Combine(folder, name), "--monitor", cancellationToken).ConfigureAwait(false);
            sources[name] = content is null ? null : Encoding.UTF8.GetString(content);
        }

        return MonitorScripts.Load(definition, sources.GetValueOrDefault);
    }
}
