using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Quality;

/// <summary>What a model's quality is compared with.</summary>
/// <param name="Constraints">What is demanded of each metric.</param>
/// <param name="Statistics">The metrics of the baseline's dataset, for pages; null for none.</param>
/// <param name="Fingerprint">A hash of the two files' bytes.</param>
/// <param name="Version">The baseline's version; null for files that have none.</param>
public sealed record QualityBaseline(
    QualityConstraintsDocument Constraints, QualityStatisticsDocument? Statistics, string Fingerprint, string? Version = null) : IBaseline
{
    /// <inheritdoc />
    StatisticsDocument? IBaseline.Statistics => null;

    /// <inheritdoc />
    public IReadOnlyList<string> Kinds => [MonitorKindNames.ModelQuality];

    /// <inheritdoc />
    public long? Rows => Statistics?.ItemCount;

    /// <inheritdoc />
    public void MustBeWhole(string source)
    {
        if (Constraints.Constraints.Count == 0)
        {
            throw new ConfigurationException(source, "", $"{ObjectKeys.Constraints} demands nothing; expected at least one metric");
        }

        Constraints.MustBeKnown(source);
        if (Statistics is { } statistics && statistics.Problem != Constraints.Problem)
        {
            throw new ConfigurationException(
                source, "", $"{ObjectKeys.Constraints} and {ObjectKeys.Statistics} are of different problem types; give the two of one baseline");
        }
    }

    /// <summary>Reads a baseline: <c>constraints.json</c> and, if it is there, <c>statistics.json</c>.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with: empty, or ending in a slash.</param>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no baseline, or a file of it is not what it should be.</exception>
    public static async Task<QualityBaseline> ReadAsync(
        IObjectStore store, string prefix, string source, CancellationToken cancellationToken = default)
    {
        byte[]? constraints = await FindAsync(store, prefix + ObjectKeys.Constraints, cancellationToken).ConfigureAwait(false);
        byte[]? statistics = await FindAsync(store, prefix + ObjectKeys.Statistics, cancellationToken).ConfigureAwait(false);
        return constraints is null
            ? throw new ConfigurationException(
                source, "", $"no {ObjectKeys.Constraints} here; expected the folder of a baseline of model quality")
            : Read(source, constraints, statistics);
    }

    /// <summary>Reads a baseline from its files.</summary>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    public static QualityBaseline Read(BaselineDocuments documents) =>
        Read(documents.Source, documents.Required, documents.Find(ObjectKeys.Statistics)) with { Version = documents.Version };

    /// <summary>Reads a baseline from its files' content.</summary>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <param name="constraints">The content of <c>constraints.json</c>.</param>
    /// <param name="statistics">The content of <c>statistics.json</c>; null for none.</param>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    public static QualityBaseline Read(string source, byte[] constraints, byte[]? statistics) => new(
        QualityConstraintsDocument.Read(Name(source, ObjectKeys.Constraints), constraints),
        statistics is null ? null : QualityStatisticsDocument.Read(Name(source, ObjectKeys.Statistics), statistics),
        new Fingerprint().Add(constraints).Add(statistics).ToString());

    private static string Name(string source, string file) =>
        source.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? source : $"{source.TrimEnd('/')}/{file}";

    private static async Task<byte[]?> FindAsync(IObjectStore store, string key, CancellationToken cancellationToken) =>
        await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is null
            ? null
            : await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
}
