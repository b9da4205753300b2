using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>What a kind of monitor wants of ground truth: its rows get one more column.</summary>
public sealed record LabelRequest
{
    /// <summary>The name of the column that holds the label, which takes the place of a captured column of that name.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// Which field of a label's record is the label: its name, or its index as text, <c>0</c> for the first. A record of one
    /// field is that field whatever it is called. Null for the name of <see cref="Column"/>.
    /// </summary>
    public string? Attribute { get; init; }

    /// <summary>The columns to keep until the labels are read, by name or by index as text; null for all. The fewer, the less memory it takes.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether rows without a label are handed on too, with that cell missing. Default false.</summary>
    public bool KeepsUnlabelled { get; init; }

    /// <summary>The field that is the label.</summary>
    internal string Field => Attribute ?? Column;

    internal void AddTo(Fingerprint fingerprint)
    {
        fingerprint.Add(Column).Add(Field).Add(KeepsUnlabelled ? 1 : 0).Add(Columns?.Count ?? -1);
        foreach (string column in Columns ?? [])
        {
            fingerprint.Add(column);
        }
    }
}
