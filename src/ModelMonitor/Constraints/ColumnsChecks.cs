namespace ModelMonitor.Constraints;

/// <summary>Everything that is checked of the columns as a whole, in the order its violations are reported.</summary>
internal static class ColumnsChecks
{
    public static IReadOnlyList<IColumnsCheck> All { get; } = [new MissingColumnCheck(), new ExtraColumnCheck()];
}
