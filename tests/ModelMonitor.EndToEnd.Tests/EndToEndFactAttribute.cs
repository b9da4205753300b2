namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A test on the local AWS; reported as skipped, with the reason, where that cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EndToEndFactAttribute : FactAttribute
{
    public EndToEndFactAttribute() => Skip = Requirements.Missing;
}
