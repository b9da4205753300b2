namespace ModelMonitor.Statistics.Classification;

/// <summary>The order of class names: by length, then ordinal, so that numbers are in their order.</summary>
internal sealed class ClassOrder : IComparer<string>
{
    private ClassOrder()
    {
    }

    public static ClassOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => x is null || y is null || x.Length == y.Length
        ? string.CompareOrdinal(x, y)
        : x.Length.CompareTo(y.Length);
}
