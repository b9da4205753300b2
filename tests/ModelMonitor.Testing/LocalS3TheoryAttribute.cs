using Xunit;

namespace ModelMonitor.Testing;

/// <summary>As <see cref="LocalS3FactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LocalS3TheoryAttribute : TheoryAttribute
{
    /// <summary>Creates the attribute.</summary>
    public LocalS3TheoryAttribute() => Skip = LocalS3.IsPresent ? null : LocalS3.HowToGetIt;
}
