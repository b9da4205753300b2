namespace ModelMonitor.Runs;

/// <summary>What judging a window may know besides its state.</summary>
/// <param name="Earlier">Records of the windows before, oldest first, as far as there are any.</param>
/// <param name="Unreadable">How much of the captured data could not be read.</param>
/// <param name="LateObjects">How many objects came after the window had been judged for the first time.</param>
public sealed record WindowContext(IReadOnlyList<RunRecord> Earlier, long Unreadable = 0, int LateObjects = 0)
{
    /// <summary>Nothing is known.</summary>
    public static WindowContext None { get; } = new([]);
}
