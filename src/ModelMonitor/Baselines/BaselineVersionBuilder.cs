using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Makes a version of a baseline of a training set in the artifacts' store, and has runs use it, or wait for it to be promoted.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="madeBy">Who makes it, for the manifest.</param>
public sealed class BaselineVersionBuilder(IObjectStore store, TimeProvider time, string madeBy)
{
    /// <summary>Makes the baseline of a dataset, and writes nothing; the default is data quality's.</summary>
    public Func<RunSettings, string, CancellationToken, Task<BuiltBaseline>> Profile { get; init; } =
        async (settings, source, stop) => await BaselineBuilder.ProfileAsync(settings, source, null, stop).ConfigureAwait(false);

    /// <summary>A hash of what the baseline depends on besides its dataset; null for nothing, which is the default.</summary>
    public string? Options { get; init; }

    /// <summary>Makes the version, or finds that it is there: the same training set again changes nothing.</summary>
    /// <remarks>It is read as one shard, which gives SageMaker's digits.</remarks>
    /// <param name="location">Where the training set is.</param>
    /// <param name="dataset">How the monitor says it is stored; its format counts where the files' names tell none.</param>
    /// <param name="rule">Who decides that runs use it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What became of it; null when there is no such training set (any more).</returns>
    /// <exception cref="ConfigurationException">It has not a single row to make a baseline of.</exception>
    /// <exception cref="IOException">It was replaced while it was read, which has an event of its own, or the store failed.</exception>
    public async Task<BaselineBuild?> BuildAsync(
        DatasetLocation location,
        DatasetSection dataset,
        PromotionRule rule = PromotionRule.Automatic,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<StoredObject> objects = await location.FindObjectsAsync(store, cancellationToken).ConfigureAwait(false);
        if (objects.Count == 0)
        {
            return null;
        }

        // What is said of the model is part of the version: the same training set for another model is another one.
        DatasetModel model = await DatasetModel.ReadAsync(store, location, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StoredObject> named = model.Stored is null ? objects : [.. objects, model.Stored];
        string version = BaselineVersion.Of(named, Options);
        DateTimeOffset modifiedAt = BaselineVersion.ModifiedAt(named);
        BuiltBaseline? built = null;
        if (!await BaselinePublisher.IsPublishedAsync(store, location.Monitor, version, cancellationToken).ConfigureAwait(false))
        {
            built = await BuildAsync(location, dataset, objects, cancellationToken).ConfigureAwait(false);
            await BaselinePublisher.PublishAsync(store, Manifest(location, version, objects, model, built), built, cancellationToken)
                .ConfigureAwait(false);
        }

        BaselineOffer offer = await new BaselinePromoter(store, time).OfferAsync(
            location.Monitor, version, modifiedAt, rule, madeBy, cancellationToken).ConfigureAwait(false);
        return new BaselineBuild(version, offer.Current, built) { Waits = offer.Waits };
    }

    private async Task<BuiltBaseline> BuildAsync(
        DatasetLocation location, DatasetSection dataset, IReadOnlyList<StoredObject> objects, CancellationToken cancellationToken)
    {
        RunSettings settings = new()
        {
            Monitor = location.Monitor,
            Input = new ChosenObjects(store, objects),
            InputPrefix = location.Key,
            Format = FormatOf(objects, dataset),
            Artifacts = store,
        };
        BuiltBaseline result = await Profile(settings, location.Key, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StoredObject> after = await location.FindObjectsAsync(store, cancellationToken).ConfigureAwait(false);
        return objects.SequenceEqual(after)
            ? result
            : throw new IOException($"The training set '{location.Key}' changed while it was read.");
    }

    private BaselineManifest Manifest(
        DatasetLocation location, string version, IReadOnlyList<StoredObject> objects, DatasetModel model, BuiltBaseline built) => new()
    {
        Monitor = location.Monitor,
        Version = version,
        Dataset = [.. objects.Select(stored => new BaselineDatasetObject(stored.Key, stored.Size, stored.ETag))],
        DatasetModifiedAt = BaselineVersion.ModifiedAt(objects),
        Rows = built.Reading.Rows,
        Unreadable = built.Reading.Unreadable,
        ModelVersion = model.ModelVersion,
        EngineVersion = RunEvaluator.EngineVersion,
        CreatedAt = time.GetUtcNow(),
        MadeBy = model.MadeBy is null ? madeBy : $"{madeBy} for {model.MadeBy}",
    };

    /// <summary>What the first name says that says anything, else what the monitor says.</summary>
    private static InputFormat FormatOf(IReadOnlyList<StoredObject> objects, DatasetSection dataset)
    {
        DatasetFormat? named = objects.Select(stored => DatasetFormat.FromName(stored.Key)).FirstOrDefault(format => format is not null);
        return named switch
        {
            CsvFormat => Csv(dataset),
            JsonLinesFormat => InputFormat.JsonLines,
            ParquetFormat => InputFormat.Parquet,
            _ => dataset.FileFormat switch
            {
                DatasetFileFormat.JsonLines => InputFormat.JsonLines,
                DatasetFileFormat.Parquet => InputFormat.Parquet,
                _ => Csv(dataset),
            },
        };
    }

    private static InputFormat Csv(DatasetSection dataset) => dataset.HasHeader ? InputFormat.Csv : InputFormat.CsvWithoutHeader;
}
