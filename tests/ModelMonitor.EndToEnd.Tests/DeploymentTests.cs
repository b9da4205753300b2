using ModelMonitor.Contracts;
using ModelMonitor.EndToEnd.Tests.LocalAws;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What becomes of a deployment that is deployed again, and removed. It is this test's own.</summary>
public sealed class DeploymentTests(Deployment deployment) : IClassFixture<Deployment>
{
    [EndToEndFact]
    public async Task Deployment_DeployedAgainAndDestroyed_LeavesTheData()
    {
        DeployedStack stack = await deployment.StackAsync();
        WatchedMonitor monitor = deployment.Watch("hour");
        string version = await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));

        ProgramRun again = await deployment.App.DeployAsync();

        Assert.Contains("no changes", again.Errors + again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Publishing", again.Errors + again.Output, StringComparison.Ordinal);
        Assert.Equal(stack.Resources, (await deployment.StackAsync()).Resources);

        await deployment.App.DestroyAsync();

        Assert.Empty(await deployment.Control.RulesAsync());
        string key = ObjectKeys.BaselineFolder(monitor.Name, version) + ObjectKeys.Constraints;
        Assert.NotNull(await deployment.Artifacts.FindAsync(key));
        Assert.NotEmpty(await deployment.Captures.ListAsync("").ToListAsync());
    }
}
