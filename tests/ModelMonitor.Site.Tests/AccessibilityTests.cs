namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(Sites sites)
{
    [AxeTheory]
    [InlineData("monitors", false)]
    [InlineData("monitors", true)]
    [InlineData("monitor", false)]
    [InlineData("monitor", true)]
    [InlineData("run", false)]
    [InlineData("run", true)]
    public async Task Page_SearchedByAxe_HasNoSeriousBarrier(string page, bool isDark)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, page, isDark: isDark);
        await visited.DrawChartsAsync();

        await visited.AssertNoSeriousBarrierAsync();
    }
}
