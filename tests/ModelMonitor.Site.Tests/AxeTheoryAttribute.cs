namespace ModelMonitor.Site.Tests;

/// <summary>Tests with axe-core in a browser; reported as skipped, with the reason, where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Requirements.MissingAxe;
}
