namespace ModelMonitor.Runs;

/// <summary>Which columns rows fill.</summary>
/// <param name="Columns">The columns known beforehand, in the order of the baseline.</param>
/// <param name="Positional">The columns that fields without names fill, in order; null when all fields are named.</param>
public sealed record RowLayout(IReadOnlyList<string> Columns, IReadOnlyList<string>? Positional)
{
    /// <summary>Takes the names into a hash.</summary>
    internal void AddTo(Fingerprint fingerprint)
    {
        AddNames(fingerprint, Columns);
        AddNames(fingerprint, Positional);
    }

    private static void AddNames(Fingerprint fingerprint, IReadOnlyList<string>? names)
    {
        fingerprint.Add(names?.Count ?? -1);
        foreach (string name in names ?? [])
        {
            fingerprint.Add(name);
        }
    }
}
