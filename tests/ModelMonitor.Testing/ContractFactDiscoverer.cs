using Xunit.Abstractions;
using Xunit.Sdk;

namespace ModelMonitor.Testing;

/// <summary>Finds the tests of a <see cref="ContractFactAttribute"/>; xunit makes it by its name.</summary>
/// <param name="diagnosticMessageSink">Takes xunit's messages.</param>
public sealed class ContractFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    /// <inheritdoc />
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        NeedsLocalS3Attribute.FindSkipped(testMethod, discoveryOptions, DiagnosticMessageSink) is { } skipped
            ? [skipped]
            : base.Discover(discoveryOptions, testMethod, factAttribute);
}
