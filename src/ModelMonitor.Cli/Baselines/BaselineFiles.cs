using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Contracts;

namespace ModelMonitor.Cli.Baselines;

/// <summary>Reads the files of a baseline that a user gives by a path.</summary>
internal static class BaselineFiles
{
    /// <summary>
    /// Reads a folder with <c>constraints.json</c> and perhaps <c>statistics.json</c>, or with <c>analysis.json</c>; or a file of
    /// constraints, or of an analysis, by itself.
    /// </summary>
    /// <param name="path">The path; here, or in S3.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no such file.</exception>
    public static async Task<BaselineDocuments> ReadAsync(string path, string source, CancellationToken cancellationToken)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && await StorePath.ReadFileAsync(path, source, cancellationToken).ConfigureAwait(false) is { } file)
        {
            return OfFile(path, file, source);
        }

        foreach (BaselineFormat format in BaselineFormat.All)
        {
            List<byte[]?> contents = [];
            foreach (string name in format.Names)
            {
                contents.Add(await StorePath.ReadFileAsync(StorePath.Combine(path, name), source, cancellationToken).ConfigureAwait(false));
            }

            if (contents[0] is not null)
            {
                return new BaselineDocuments(path, format, contents);
            }
        }

        throw new ConfigurationException(
            source, "", $"there is no {ObjectKeys.Constraints} in '{path}', and no {ObjectKeys.Analysis}; expected a folder of a baseline, or a file of one.");
    }

    private static BaselineDocuments OfFile(string path, byte[] file, string source)
    {
        string name = Path.GetFileName(path);
        return name == ObjectKeys.Statistics
            ? throw new ConfigurationException(
                source, "", $"'{path}' are statistics alone; give the folder that has {ObjectKeys.Constraints} beside them.")
            : name == ObjectKeys.Analysis || AnalysisDocument.IsOne(file)
                ? new BaselineDocuments(path, BaselineFormat.Analysis, [file])
                : new BaselineDocuments(path, BaselineFormat.ConstraintsAndStatistics, [file, null]);
    }
}
