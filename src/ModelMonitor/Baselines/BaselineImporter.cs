using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Makes a version of a baseline from files that are there, byte for byte.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class BaselineImporter(IObjectStore store, TimeProvider time)
{
    /// <summary>Imports the files, or finds that they were imported before.</summary>
    /// <param name="import">What to import.</param>
    /// <param name="cancellationToken">Stops the work; without its manifest the folder is no version.</param>
    /// <returns>The version, and whether it is new.</returns>
    /// <exception cref="ConfigurationException">A file is not what it should be, or the two are not of one baseline.</exception>
    public async Task<(string Version, bool IsNew)> ImportAsync(BaselineImport import, CancellationToken cancellationToken = default)
    {
        IBaseline baseline = import.Baseline;
        baseline.MustBeWhole(import.Documents.Source);
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
            Rows = baseline.Rows,
            ModelVersion = import.ModelVersion,
            EngineVersion = RunEvaluator.EngineVersion,
            CreatedAt = now,
            MadeBy = import.MadeBy,
        };
        await BaselinePublisher.PublishAsync(store, manifest, [.. FilesOf(import.Documents).Reverse()], cancellationToken).ConfigureAwait(false);
        return (version, IsNew: true);
    }

    private static IEnumerable<BaselineDatasetObject> Describe(BaselineImport import) => FilesOf(import.Documents).Select(file => new BaselineDatasetObject(
        $"{import.Documents.Source.TrimEnd('/')}/{file.Name}", file.Content.Length, ReportDocument.Of(file.Name, file.Content.Span).Hash));

    private static IEnumerable<RunDocument> FilesOf(BaselineDocuments documents) =>
        from name in documents.Format.Names
        let content = documents.Find(name)
        where content is not null
        select new RunDocument(name, content);
}
