using Xunit.Abstractions;
using Xunit.Sdk;

namespace ModelMonitor.Testing;

/// <summary>Tests that are inherited from a contract and skipped where <see cref="LocalS3"/> cannot be started.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsLocalS3Attribute : Attribute
{
    /// <summary>The case that says why a test is skipped; null when it is not.</summary>
    internal static XunitSkippedDataRowTestCase? FindSkipped(
        ITestMethod method, ITestFrameworkDiscoveryOptions options, IMessageSink messages) =>
        !LocalS3.IsPresent && method.TestClass.Class.GetCustomAttributes(typeof(NeedsLocalS3Attribute)).Any()
            ? new XunitSkippedDataRowTestCase(
                messages,
                options.MethodDisplayOrDefault(),
                options.MethodDisplayOptionsOrDefault(),
                method,
                LocalS3.HowToGetIt)
            : null;
}
