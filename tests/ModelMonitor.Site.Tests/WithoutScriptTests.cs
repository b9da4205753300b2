using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class WithoutScriptTests(Sites sites)
{
    [BrowserTheory]
    [InlineData("monitors", 1)]
    [InlineData("monitor", 8)]
    [InlineData("run", 13)]
    public async Task Page_WithoutJavaScript_ShowsItsTableAndNothingThatDoesNotWork(string page, int rows)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, page, hasScripts: false);

        Assert.Equal(rows, await visited.Page.Locator("table.sortable").First.Locator("tbody tr:visible").CountAsync());
        Assert.True(await visited.Page.Locator("#verdict").IsVisibleAsync());
        Assert.Equal(0, await visited.Page.Locator("button:visible, input:visible, .plot:visible").CountAsync());
    }

    [BrowserTheory]
    [InlineData("monitor")]
    [InlineData("run")]
    public async Task Chart_WithoutJavaScript_HasItsTable(string page)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, page, hasScripts: false);

        foreach (ILocator figure in await visited.Page.Locator("figure.chart").AllAsync())
        {
            await figure.Locator("summary").ClickAsync();
            Assert.True(await figure.Locator("tbody tr").First.IsVisibleAsync());
        }
    }
}
