using Xunit;

namespace ModelMonitor.Testing;

/// <summary>A test against <see cref="Conformance"/> cases; reported as skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ConformanceFactAttribute()
    {
        if (!Conformance.IsPresent)
        {
            Skip = $"The conformance cases are not at {Conformance.Folder}.";
        }
    }
}
