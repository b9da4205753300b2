namespace ModelMonitor.Contracts.Monitors;

/// <summary>The parameters that a pipeline can be started with. SageMaker refuses those that the pipeline does not declare.</summary>
public static class RemediationParameter
{
    /// <summary>The monitor's name.</summary>
    public const string Monitor = "Monitor";

    /// <summary>The window that was judged, as <c>2026-11-22T10:00:00Z/PT1H</c>.</summary>
    public const string Window = "Window";

    /// <summary>How many constraints were violated in it, as a string of digits.</summary>
    public const string Violations = "Violations";

    /// <summary>The address of the report's folder, ending in a slash.</summary>
    public const string Report = "Report";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Monitor, Window, Violations, Report];
}
