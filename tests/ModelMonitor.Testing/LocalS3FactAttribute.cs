using Xunit;

namespace ModelMonitor.Testing;

/// <summary>A test against <see cref="LocalS3"/>; reported as skipped where its command is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LocalS3FactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public LocalS3FactAttribute() => Skip = LocalS3.IsPresent ? null : LocalS3.HowToGetIt;
}
