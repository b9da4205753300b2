namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class OfflineTests(Sites sites)
{
    [BrowserTheory]
    [InlineData("monitors", false)]
    [InlineData("monitor", false)]
    [InlineData("run", false)]
    [InlineData("monitors", true)]
    [InlineData("monitor", true)]
    [InlineData("run", true)]
    public async Task Page_FromTheFolderOrAServer_LoadsWithoutErrorRequestElsewhereOrBreachOfThePolicy(string page, bool isServed)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, isServed ? sites.Served : sites.Demo, page);

        await visited.DrawChartsAsync();

        await visited.AssertFaultlessAsync();
        Assert.Equal(page, await visited.Page.Locator("body").GetAttributeAsync("data-page"));
    }

    [BrowserTheory]
    [InlineData("document.head.append(Object.assign(document.createElement('script'), { text: 'globalThis.attacked = true' }))")]
    [InlineData("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"globalThis.attacked = true\">')")]
    [InlineData("document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }))")]
    public async Task Policy_WithMarkupThatGotIntoThePage_StopsIt(string attack)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run");

        await visited.Page.EvaluateAsync(attack);
        await visited.Page.WaitForFunctionAsync("breaches.length > 0");

        Assert.False(await visited.Page.EvaluateAsync<bool>("'attacked' in globalThis"));
        Assert.True(await visited.Page.Locator("#verdict").IsVisibleAsync());
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Links_FromAllMonitorsToARunAndBack_LeadThere(bool isServed)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, isServed ? sites.Served : sites.Demo, "monitors");
        async Task FollowAsync(string link, string page)
        {
            await visited.Page.Locator(link).First.ClickAsync();
            await visited.Page.Locator($"body[data-page={page}]").WaitForAsync();
            await visited.Page.WaitForLoadStateAsync();
        }

        await FollowAsync("#monitors tbody th a", "monitor");
        await FollowAsync("#run-table tbody th a", "run");
        Assert.Contains("17:00", await visited.Page.TitleAsync(), StringComparison.Ordinal);
        await FollowAsync("nav a >> nth=1", "monitor");
        await FollowAsync("nav a >> nth=0", "monitors");

        await visited.AssertFaultlessAsync();
    }
}
