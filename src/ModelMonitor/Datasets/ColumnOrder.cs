namespace ModelMonitor.Datasets;

/// <summary>The order in which a profile's documents list the columns.</summary>
/// <remarks>
/// A profile keeps its columns as they were met, and merges them by name; only the documents made of it are
/// ordered. So the order of JSON columns does not depend on which record, or which shard, was the first to
/// have one.
/// </remarks>
public enum ColumnOrder
{
    /// <summary>As the columns were met: a file's header, or positions.</summary>
    AsRead,

    /// <summary>By name, in ordinal order of its UTF-16 code units.</summary>
    ByName,
}
