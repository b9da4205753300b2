using ModelMonitor.Documents;

namespace ModelMonitor.Baselines;

/// <summary>Which version of a monitor's baseline runs use: <c>current.json</c>. Written by hand, the version alone is enough.</summary>
/// <param name="Version">The folder's name.</param>
/// <param name="DatasetModifiedAt">
/// When the version's training set was written, UTC; null in a pointer written by hand, whose own age counts
/// instead: what a person chose stands until a training set arrives that is newer than the choice.
/// </param>
public sealed record BaselinePointer(string Version, DateTimeOffset? DatasetModifiedAt = null)
{
    /// <summary>Reads a pointer.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is none; the message has the place.</exception>
    public static BaselinePointer Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(source, utf8, root =>
    {
        JsonPlace version = root.Required("version");
        string name = version.Text();
        return BaselineVersion.IsValid(name)
            ? new BaselinePointer(name, root.Optional("datasetModifiedAt")?.Time())
            : throw version.Unexpected(BaselineVersion.Expectation);
    });
}
