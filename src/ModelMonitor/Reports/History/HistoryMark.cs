namespace ModelMonitor.Reports.History;

/// <summary>Something that happened besides runs, on their axis of time.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What kind of thing, such as <see cref="Baseline"/>: whoever makes marks of a kind replaces those of its kind, and leaves the others.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Link">Where there is more of it, from the monitor's page on; null for nowhere.</param>
internal sealed record HistoryMark(DateTimeOffset Time, string Kind, string Title, string? Link)
{
    /// <summary>The kind of marks that say that runs began to be compared with another baseline.</summary>
    public const string Baseline = "baseline";

    /// <summary>The kind of marks that say that an alarm started a retraining.</summary>
    public const string Remediation = "remediation";
}
