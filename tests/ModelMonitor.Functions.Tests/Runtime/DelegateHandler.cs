using ModelMonitor.Functions.Handlers;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>A handler that does what a test says.</summary>
internal sealed class DelegateHandler(
    Func<ReadOnlyMemory<byte>, InvocationContext, CancellationToken, Task<ReadOnlyMemory<byte>>> handle) : IHandler
{
    public string Name => "Test";

    public Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken) =>
        handle(payload, context, cancellationToken);
}
