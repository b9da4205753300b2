namespace ModelMonitor.Cli.Invoking;

/// <summary>What the user wants a handler to do.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Event">The file of the event.</param>
internal sealed record InvokeRequest(string Handler, string Event)
{
    /// <summary>Where artifacts are; null for what the environment says.</summary>
    public string? Artifacts { get; init; }

    /// <summary>Where captures are; null for what the environment says.</summary>
    public string? Captures { get; init; }

    /// <summary>The folder of the monitor files; null for what the environment says, else <c>monitors</c>.</summary>
    public string? Monitors { get; init; }

    /// <summary>Whether each step is logged.</summary>
    public bool IsVerbose { get; init; }
}
