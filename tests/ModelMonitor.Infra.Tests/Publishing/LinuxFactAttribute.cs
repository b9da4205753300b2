namespace ModelMonitor.Infra.Tests.Publishing;

/// <summary>A test of what only Linux can do; reported as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The functions are published on Linux only; elsewhere in a container.";
        }
    }
}
