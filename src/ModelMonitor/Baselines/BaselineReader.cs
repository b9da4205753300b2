using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Reads a baseline's files, and what those of data quality say: <c>constraints.json</c> and, if it is there, <c>statistics.json</c>.</summary>
public static class BaselineReader
{
    /// <summary>Reads a data-quality baseline.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with: empty, or ending in a slash.</param>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no baseline, or a file of it is not what it should be.</exception>
    public static async Task<Baseline> ReadAsync(
        IObjectStore store, string prefix, string source, CancellationToken cancellationToken = default) =>
        Read(await ReadDocumentsAsync(
            store, prefix, source, BaselineFormat.ConstraintsAndStatistics, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the files of a baseline.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with: empty, or ending in a slash.</param>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <param name="format">Which files it is made of.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no baseline.</exception>
    public static async Task<BaselineDocuments> ReadDocumentsAsync(
        IObjectStore store, string prefix, string source, BaselineFormat format, CancellationToken cancellationToken = default)
    {
        List<byte[]?> contents = [];
        foreach (string name in format.Names)
        {
            contents.Add(await FindAsync(store, prefix + name, cancellationToken).ConfigureAwait(false));
        }

        return contents[0] is not null
            ? new BaselineDocuments(source, format, contents)
            : throw new ConfigurationException(
                source,
                "",
                $"no {format.Required} here; expected the folder of a baseline, as `modelmonitor baseline` or SageMaker Model Monitor writes it");
    }

    /// <summary>Reads a data-quality baseline from its files' content.</summary>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <param name="constraints">The content of <c>constraints.json</c>.</param>
    /// <param name="statistics">The content of <c>statistics.json</c>; null leaves drift out.</param>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    public static Baseline Read(string source, byte[] constraints, byte[]? statistics) =>
        Read(new BaselineDocuments(source, BaselineFormat.ConstraintsAndStatistics, [constraints, statistics]));

    /// <summary>Reads a data-quality baseline from its files.</summary>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    public static Baseline Read(BaselineDocuments documents) => new(
        ConstraintsDocument.Read(documents.NameOf(ObjectKeys.Constraints), documents.Required),
        documents.Find(ObjectKeys.Statistics) is { } statistics
            ? StatisticsDocument.Read(documents.NameOf(ObjectKeys.Statistics), statistics)
            : null,
        documents.Fingerprint,
        documents.Version);

    private static async Task<byte[]?> FindAsync(IObjectStore store, string key, CancellationToken cancellationToken) =>
        await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is null
            ? null
            : await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
}
