using ModelMonitor.Contracts;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Makes a version of a baseline from files that are there, byte for byte.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class BaselineImporter(IObjectStore store, TimeProvider time)
{
    /// <summary>Imports the files, or finds that they were imported before. They are read in full before anything is written.</summary>
    /// <param name="import">What to import.</param>
    /// <param name="cancellationToken">Stops the work; without its manifest the folder is no version.</param>
    /// <returns>The version, and whether it is new.</returns>
    /// <exception cref="ConfigurationException">A file is not what it should be, or the two are not of one baseline.</exception>
    public async Task<(string Version, bool IsNew)> ImportAsync(BaselineImport import, CancellationToken cancellationToken = default)
    {
        Baseline baseline = BaselineReader.Read(import.Source, import.Constraints, import.Statistics);
        MustBelongTogether(baseline, import.Source);
        foreach (BaselineListing listing in await BaselineCatalog.ListAsync(store, import.Monitor, cancellationToken).ConfigureAwait(false))
        {
            if (listing.Manifest is not null && BaselineVersion.HasHash(listing.Version, baseline.Fingerprint))
            {
                return (listing.Version, IsNew: false);
            }
        }

        DateTimeOffset now = time.GetUtcNow();
        string version = BaselineVersion.OfImport(now, baseline.Fingerprint);
        BaselineManifest manifest = new()
        {
            Monitor = import.Monitor,
            Version = version,
            Dataset = [.. Describe(import)],
            Rows = baseline.Statistics?.ItemCount,
            ModelVersion = import.ModelVersion,
            EngineVersion = RunEvaluator.EngineVersion,
            CreatedAt = now,
            MadeBy = import.MadeBy,
        };
        await BaselinePublisher.PublishAsync(store, manifest, import.Constraints, import.Statistics, cancellationToken).ConfigureAwait(false);
        return (version, IsNew: true);
    }

    /// <summary>Statistics of other columns are those of another dataset, and would leave drift out without a word.</summary>
    private static void MustBelongTogether(Baseline baseline, string source)
    {
        if (baseline.Constraints.Features.Count == 0)
        {
            throw new ConfigurationException(source, "$.features", $"{ObjectKeys.Constraints} demands nothing; expected at least one feature");
        }

        HashSet<string>? known = baseline.Statistics?.Features.Select(feature => feature.Name).ToHashSet(StringComparer.Ordinal);
        if (known is not null && !baseline.Constraints.Features.Any(feature => known.Contains(feature.Name)))
        {
            throw new ConfigurationException(
                source, "", $"{ObjectKeys.Constraints} and {ObjectKeys.Statistics} have no column in common; give the two of one baseline");
        }
    }

    private static IEnumerable<BaselineDatasetObject> Describe(BaselineImport import)
    {
        foreach ((string name, byte[]? content) in new[] { (ObjectKeys.Constraints, import.Constraints), (ObjectKeys.Statistics, import.Statistics) })
        {
            if (content is not null)
            {
                yield return new BaselineDatasetObject($"{import.Source.TrimEnd('/')}/{name}", content.Length, ReportDocument.Of(name, content).Hash);
            }
        }
    }
}
