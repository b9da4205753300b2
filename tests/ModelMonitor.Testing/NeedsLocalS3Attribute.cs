using Xunit.Abstractions;

namespace ModelMonitor.Testing;

/// <summary>Tests that are inherited from a contract and skipped where <see cref="LocalS3"/> cannot be started.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsLocalS3Attribute : Attribute
{
    /// <summary>Why a test is skipped; null when it is not.</summary>
    internal static string? SkipReasonOf(ITestMethod method) =>
        !LocalS3.IsPresent && method.TestClass.Class.GetCustomAttributes(typeof(NeedsLocalS3Attribute)).Any()
            ? LocalS3.HowToGetIt
            : null;
}
