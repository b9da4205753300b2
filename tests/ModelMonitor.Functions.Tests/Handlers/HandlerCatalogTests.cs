using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class HandlerCatalogTests
{
    [Fact]
    public void Create_EveryName_GivesTheHandlerOfThatName()
    {
        Deployment deployment = new("artifacts", "captures", "monitors", Stream.Null, TimeProvider.System);

        Assert.Equal(HandlerNames.All, HandlerNames.All.Select(name => HandlerCatalog.Create(name, deployment).Name));
    }
}
