using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Monitoring;

/// <summary>A test of the runbook; reported as skipped until it is written.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunbookFactAttribute : FactAttribute
{
    public RunbookFactAttribute()
    {
        if (!File.Exists(Runbook))
        {
            Skip = $"There is no runbook at {Runbook}.";
        }
    }

    /// <summary>The file of the runbook.</summary>
    public static string Runbook { get; } = Path.Combine(Repository.Root, "docs", "operations.md");
}
