namespace ModelMonitor.Baselines.Differences;

/// <summary>One side of a difference: a number, a word, or nothing.</summary>
/// <param name="Number">The number; null for a word, or nothing.</param>
/// <param name="Text">The word; null for a number, or nothing.</param>
public readonly record struct ChangedValue(double? Number = null, string? Text = null)
{
    /// <summary>Nothing.</summary>
    public static ChangedValue None => default;

    /// <summary>A number; null for nothing.</summary>
    public static ChangedValue Of(double? number) => new(Number: number);

    /// <summary>A word; null for nothing.</summary>
    public static ChangedValue Of(string? text) => new(Text: text);
}
