using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class RunPageTests(Sites sites)
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Run_InWhichFeaturesDrift_ShowsThatWhichDriftsMostFirstAndWithoutScrolling(int width)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run", width);
        ILocator cards = visited.Page.Locator("#what-changed .feature");

        Assert.Equal(["day_mins", "plan"], await cards.EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.feature)"));
        Assert.Contains("day_mins", await visited.Page.Locator("#verdict").InnerTextAsync(), StringComparison.Ordinal);
        LocatorBoundingBoxResult heading = (await cards.First.Locator("h3").BoundingBoxAsync())!;
        Assert.InRange(heading.Y + heading.Height, 0, 900);
    }

    [BrowserFact]
    public async Task Table_SortedByDistance_HasTheLargestFirstThenTheSmallest()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run");
        ILocator heading = visited.Page.Locator("#features thead th").Nth(2);

        await heading.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal("descending", await heading.GetAttributeAsync("aria-sort"));
        double[] falling = await DistancesAsync(visited);
        await heading.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal("ascending", await heading.GetAttributeAsync("aria-sort"));

        Assert.Equal(13, falling.Length);
        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(falling.Order(), await DistancesAsync(visited));
    }

    [BrowserFact]
    public async Task Table_SortedByName_IsAlphabetical()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run");

        await visited.Page.Locator("#features thead th").First.GetByRole(AriaRole.Button).ClickAsync();

        string[] names = await NamesAsync(visited);
        Assert.Equal(13, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [BrowserFact]
    public async Task Table_FilteredByAWord_ShowsTheRowsThatHoldItAndSaysHowMany()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run");
        ILocator filter = visited.Page.GetByRole(AriaRole.Searchbox, new PageGetByRoleOptions { Name = "Filter features" });

        await filter.FillAsync("MINS");
        Assert.Equal(["day_mins", "eve_mins", "intl_mins"], (await NamesAsync(visited)).Order(StringComparer.Ordinal));
        Assert.Equal("3 of 13", await visited.Page.Locator("#all-features [role=status]").InnerTextAsync());
        await filter.FillAsync("");

        Assert.Equal(13, (await NamesAsync(visited)).Length);
    }

    [BrowserFact]
    public async Task Row_OfAFeatureWithoutACard_OpensItsEvidenceAndClosesIt()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "run");
        ILocator row = visited.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "eve_mins" });

        await row.ClickAsync();
        await visited.Page.Locator("tr.evidence figure.chart canvas").WaitForAsync();
        Assert.Equal("true", await row.GetAttributeAsync("aria-expanded"));
        await row.ClickAsync();

        Assert.Equal(0, await visited.Page.Locator("tr.evidence").CountAsync());
        await visited.AssertFaultlessAsync();
    }

    private static async Task<double[]> DistancesAsync(VisitedPage visited) => await visited.Page.EvaluateAsync<double[]>(
        "[...document.querySelectorAll('#features tbody tr')].map(row => Number(row.cells[2].dataset.sort))");

    private static async Task<string[]> NamesAsync(VisitedPage visited) => await visited.Page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('#features tbody tr:not([hidden])')].map(row => row.cells[0].textContent)");
}
