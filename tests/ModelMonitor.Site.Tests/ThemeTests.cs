using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class ThemeTests(Sites sites)
{
    private const string Colors = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]";

    [BrowserFact]
    public async Task Switch_OnALightPage_MakesItAndItsChartsDarkAndIsRemembered()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Served, "run");
        await visited.DrawChartsAsync();
        string[] light = await visited.Page.EvaluateAsync<string[]>(Colors);
        string before = await InkAsync(visited);

        await visited.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch to dark colors" }).ClickAsync();
        string[] dark = await visited.Page.EvaluateAsync<string[]>(Colors);

        Assert.NotEqual(light[0], dark[0]);
        Assert.NotEqual(light[1], dark[1]);
        Assert.NotEqual(before, await InkAsync(visited));
        await visited.Page.GotoAsync(Sites.PageOf(sites.Served, "monitors").AbsoluteUri);
        Assert.Equal(dark, await visited.Page.EvaluateAsync<string[]>(Colors));
        await visited.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch to light colors" }).ClickAsync();
        Assert.Equal(light, await visited.Page.EvaluateAsync<string[]>(Colors));
        await visited.AssertFaultlessAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Colors_WhereTheSystemPrefersDark_AreDark(bool hasScripts)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run", isDark: true, hasScripts: hasScripts);

        Assert.Equal(["rgb(18, 22, 29)", "rgb(230, 234, 240)"], await visited.Page.EvaluateAsync<string[]>(Colors));
    }

    private static Task<string> InkAsync(VisitedPage visited) => visited.Page.EvaluateAsync<string>(
        "chartOf(document.querySelector('figure.chart')).getOption().textStyle.color");
}
