using Xunit;

namespace ModelMonitor.Testing;

/// <summary>As <see cref="ConformanceFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ConformanceTheoryAttribute() =>
        Skip = Conformance.IsPresent ? null : $"The conformance cases are not at {Conformance.Folder}.";
}
