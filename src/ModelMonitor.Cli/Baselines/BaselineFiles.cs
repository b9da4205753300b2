using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts;

namespace ModelMonitor.Cli.Baselines;

/// <summary>The files of a baseline that a user gives by a path.</summary>
/// <param name="Source">The path.</param>
/// <param name="Constraints">The content of <c>constraints.json</c>.</param>
/// <param name="Statistics">The content of <c>statistics.json</c>; null for none.</param>
internal sealed record BaselineFiles(string Source, byte[] Constraints, byte[]? Statistics)
{
    /// <summary>Reads a folder with <c>constraints.json</c> and perhaps <c>statistics.json</c>, or a file of constraints by itself.</summary>
    /// <param name="path">The path; here, or in S3.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is neither.</exception>
    public static async Task<BaselineFiles> ReadAsync(string path, string source, CancellationToken cancellationToken)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && await StorePath.ReadFileAsync(path, source, cancellationToken).ConfigureAwait(false) is { } file)
        {
            return Path.GetFileName(path) == ObjectKeys.Statistics
                ? throw new ConfigurationException(
                    source, "", $"'{path}' are statistics alone; give the folder that has {ObjectKeys.Constraints} beside them.")
                : new BaselineFiles(path, file, Statistics: null);
        }

        byte[]? constraints = await StorePath.ReadFileAsync(
            StorePath.Combine(path, ObjectKeys.Constraints), source, cancellationToken).ConfigureAwait(false);
        byte[]? statistics = await StorePath.ReadFileAsync(
            StorePath.Combine(path, ObjectKeys.Statistics), source, cancellationToken).ConfigureAwait(false);
        return constraints is not null
            ? new BaselineFiles(path, constraints, statistics)
            : throw new ConfigurationException(
                source, "", $"there is no {ObjectKeys.Constraints} in '{path}'; expected a folder of a baseline, or a file of constraints.");
    }
}
