using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>What a training set's folder says of the model that was trained on it: <c>_model.json</c>, written before <c>_SUCCESS</c>.</summary>
/// <param name="ModelVersion">The model's version, such as the ARN of a model package; null when the file does not say.</param>
/// <param name="MadeBy">What made the training set, such as a pipeline's execution; null when the file does not say.</param>
internal sealed record DatasetModel(string? ModelVersion, string? MadeBy)
{
    private const int LargestFile = 64 << 10;
    private const int LongestText = 2048;

    /// <summary>The file as it was found; null when there is none.</summary>
    public StoredObject? Stored { get; private init; }

    /// <summary>Reads the file of a training set's folder; a training set of one file has none.</summary>
    /// <exception cref="ConfigurationException">It is not what it should be.</exception>
    public static async Task<DatasetModel> ReadAsync(IObjectStore store, DatasetLocation location, CancellationToken cancellationToken)
    {
        string key = location.Key + ObjectKeys.DatasetModel;
        if (!location.IsFolder || await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return new DatasetModel(null, null);
        }

        if (stored.Size > LargestFile)
        {
            throw new ConfigurationException(key, "", string.Create(
                CultureInfo.InvariantCulture, $"expected a file of at most {LargestFile} bytes, found {stored.Size}"));
        }

        byte[] content = await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        return JsonPlace.Read(key, content, root => new DatasetModel(Text(root, "modelVersion"), Text(root, "madeBy"))) with { Stored = stored };
    }

    private static string? Text(JsonPlace root, string name)
    {
        JsonPlace? place = root.Optional(name);
        string? text = place?.Text();
        return text is null or { Length: > 0 and <= LongestText }
            ? text
            : throw place!.Unexpected(string.Create(CultureInfo.InvariantCulture, $"a text of 1 to {LongestText} characters"));
    }
}
