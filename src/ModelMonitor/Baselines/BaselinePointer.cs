using ModelMonitor.Documents;

namespace ModelMonitor.Baselines;

/// <summary>Which version of a monitor's baseline runs use, and which they used before: <c>current.json</c>. Written by hand, the version alone is enough.</summary>
/// <param name="Version">The folder's name.</param>
/// <param name="DatasetModifiedAt">
/// When the version's training set was written, UTC; null in a pointer written by hand, whose own age counts
/// instead: what a person chose stands until a training set arrives that is newer than the choice.
/// </param>
public sealed record BaselinePointer(string Version, DateTimeOffset? DatasetModifiedAt = null)
{
    /// <summary>What was promoted when, oldest first; the last is the present version unless the pointer was edited by hand since.</summary>
    public IReadOnlyList<BaselinePromotion> Promotions { get; init; } = [];

    /// <summary>Reads a pointer.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is none; the message has the place.</exception>
    public static BaselinePointer Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(source, utf8, root =>
        new BaselinePointer(ReadVersion(root.Required("version")), root.Optional("datasetModifiedAt")?.Time())
        {
            Promotions = root.Optional("promotions")?.Items(ReadPromotion) ?? [],
        });

    private static BaselinePromotion ReadPromotion(JsonPlace promotion) => new(
        ReadVersion(promotion.Required("version")), promotion.Required("at").Time(), promotion.Required("by").Text())
    {
        Reason = promotion.Optional("reason")?.Text(),
        RolledBack = promotion.Optional("rolledBack")?.Text(),
        DatasetModifiedAt = promotion.Optional("datasetModifiedAt")?.Time(),
    };

    private static string ReadVersion(JsonPlace version)
    {
        string name = version.Text();
        return BaselineVersion.IsValid(name) ? name : throw version.Unexpected(BaselineVersion.Expectation);
    }
}
