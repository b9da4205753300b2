using System.Globalization;

namespace ModelMonitor.Quality.Documents;

/// <summary>Rows that were left out for a reason.</summary>
/// <param name="Reason">The reason, such as <c>missing_label</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">Some of the texts at fault.</param>
public sealed record UnusableCount(string Reason, long Count, IReadOnlyList<string> Samples)
{
    /// <summary>It in a sentence for people.</summary>
    public override string ToString()
    {
        string samples = Samples.Count == 0 ? "" : $", such as {string.Join(", ", Samples.Take(3).Select(sample => $"\"{sample}\""))}";
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "row was" : "rows were")} left out: {Reason.Replace('_', ' ')}{samples}.");
    }
}
