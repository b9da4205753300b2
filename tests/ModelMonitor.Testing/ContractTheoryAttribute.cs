using Xunit;
using Xunit.Sdk;

namespace ModelMonitor.Testing;

/// <summary>A theory of a contract, which an inheriting class may have skipped (<see cref="NeedsLocalS3Attribute"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ModelMonitor.Testing.ContractTheoryDiscoverer", "ModelMonitor.Testing")]
public sealed class ContractTheoryAttribute : TheoryAttribute;
