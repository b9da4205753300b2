namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class PhoneTests(Sites sites)
{
    [BrowserTheory]
    [InlineData("monitors", false)]
    [InlineData("monitor", false)]
    [InlineData("run", false)]
    [InlineData("monitors", true)]
    [InlineData("monitor", true)]
    [InlineData("run", true)]
    public async Task Page_OnAPhone_IsNoWiderThanItsScreen(string page, bool isHostile)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, isHostile ? sites.Hostile : sites.Demo, page, width: 390);

        await visited.DrawChartsAsync();
        await visited.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.Equal(0, await visited.OverflowAsync());
        await visited.AssertFaultlessAsync();
    }
}
