using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class HostileTrafficTests(Sites sites)
{
    [BrowserTheory]
    [InlineData("monitors")]
    [InlineData("monitor")]
    [InlineData("run")]
    public async Task Page_OfTrafficWithHostileNames_RunsNothingOfThemAndStaysInShape(string page)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Hostile, page);

        await visited.DrawChartsAsync();
        foreach (ILocator closed in await visited.Page.Locator("button.expand").AllAsync())
        {
            await closed.ClickAsync();
        }

        await visited.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        await visited.AssertFaultlessAsync();
        Assert.False(await visited.Page.EvaluateAsync<bool>("'attacked' in globalThis"));
        Assert.Equal(0, await visited.Page.Locator("script:not([src]):not([type='application/json']), img, [onerror], [onload], [onfocus]").CountAsync());
        Assert.Equal(0, await visited.OverflowAsync());
    }

    [BrowserFact]
    public async Task Run_WithAScriptForAName_ShowsItAsText()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Hostile, "run");

        Assert.Equal(HostileReports.Names[0], await visited.Page.Locator("#feature-1 h3 bdi").InnerTextAsync());
        Assert.Contains(
            "basic</td></script><script>", await visited.Page.Locator("#feature-2 figure table").TextContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Table_WithNamesOfTenKilobytes_HasRowsThatFitTheWindow()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Hostile, "run", width: 390);

        double[] heights = await visited.Page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('#features tbody tr')].map(row => row.getBoundingClientRect().height)");

        Assert.Equal(13, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 20, 450));
    }
}
