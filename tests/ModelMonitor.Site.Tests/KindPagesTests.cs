using Microsoft.Playwright;
using ModelMonitor.Testing.Kinds;

namespace ModelMonitor.Site.Tests;

/// <summary>The pages of monitors of model quality, bias and attribution, of reports as the engines write them.</summary>
[Collection(SiteCollection.Name)]
public sealed class KindPagesTests(Sites sites)
{
    public static TheoryData<string> Pages { get; } =
    [
        "monitors", SampleMonitors.Quality, $"{SampleMonitors.Quality}/run", $"{SampleMonitors.Classes}/run", $"{SampleMonitors.Regression}/run",
        SampleMonitors.Bias, $"{SampleMonitors.Bias}/run", SampleMonitors.Attribution, $"{SampleMonitors.Attribution}/run",
    ];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_IsFaultlessAndNoWiderThanItsScreen(string page)
    {
        foreach (Uri site in (Uri[])[sites.Kinds, sites.HostileKinds])
        {
            await using VisitedPage visited = await VisitedPage.OpenAsync(sites, site, page, width: 390);
            await visited.DrawChartsAsync();
            await visited.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

            Assert.Equal(0, await visited.OverflowAsync());
            await visited.AssertFaultlessAsync();
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfHostileNames_RunsNothingOfThem(string page)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.HostileKinds, page);
        await visited.DrawChartsAsync();
        foreach (ILocator plot in await visited.Page.Locator("figure.chart .plot").AllAsync())
        {
            await plot.HoverAsync();
        }

        await visited.AssertFaultlessAsync();
        Assert.False(await visited.Page.EvaluateAsync<bool>("'attacked' in globalThis"));
        Assert.Equal(0, await visited.Page.Locator("script:not([src]):not([type='application/json']), img, [onerror], [onload], [onfocus]").CountAsync());
        Assert.Equal(0, await visited.OverflowAsync());
    }

    [AxeTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_SearchedByAxe_HasNoSeriousBarrierInLightAndDark(string page)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Kinds, page);
        await visited.DrawChartsAsync();
        await visited.AssertNoSeriousBarrierAsync();

        // What dark colors can change is contrast.
        await visited.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await visited.AssertNoSeriousBarrierAsync("color-contrast");
    }

    [BrowserTheory]
    [InlineData($"{SampleMonitors.Quality}/run", 4)]
    [InlineData($"{SampleMonitors.Classes}/run", 1)]
    [InlineData(SampleMonitors.Quality, 11)]
    [InlineData(SampleMonitors.Bias, 10)]
    [InlineData(SampleMonitors.Attribution, 3)]
    [InlineData($"{SampleMonitors.Attribution}/run", 1)]
    public async Task Charts_OfAPage_AreDrawnNamedAndBackedByTables(string page, int charts)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Kinds, page);

        Assert.Equal(charts, await visited.DrawChartsAsync());

        foreach (ILocator figure in await visited.Page.Locator("figure.chart").AllAsync())
        {
            ILocator plot = figure.Locator(".plot");
            Assert.Equal("img", await plot.GetAttributeAsync("role"));
            Assert.True((await plot.GetAttributeAsync("aria-label"))!.Length > 20);
            Assert.True(await figure.Locator("table tbody tr").CountAsync() > 0);
            int colored = await plot.Locator("canvas").First.EvaluateAsync<int>(
                """
                canvas => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let colored = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    colored += data[i + 3] > 50 && Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 20;
                  }
                  return colored;
                }
                """);
            Assert.InRange(colored, 100, int.MaxValue);
        }
    }

    [BrowserFact]
    public async Task Metrics_OfARunAmiss_AreFirstThoseThatViolateAndHaveTheirIntervalsDrawn()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Kinds, $"{SampleMonitors.Quality}/run");

        string[] violated = await visited.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#metrics tbody tr')].map(row => row.dataset.violated)");
        Assert.Equal(violated.OrderByDescending(word => word, StringComparer.Ordinal), violated);
        Assert.Equal("true", violated[0]);
        Assert.Equal(violated.Length, await visited.Page.Locator("#metrics svg.interval").CountAsync());
        Assert.Contains("violate their thresholds", await visited.Page.Locator("#verdict").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData($"{SampleMonitors.Quality}/run", "#confusion")]
    [InlineData($"{SampleMonitors.Attribution}/run", "#attribution-1")]
    [InlineData(SampleMonitors.Bias, "#metric-1")]
    public async Task Page_WithoutJavaScript_HasTheTablesBehindItsCharts(string page, string figure)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Kinds, page, hasScripts: false);
        ILocator chart = visited.Page.Locator(figure);

        await chart.Locator("summary").ClickAsync();

        Assert.True(await chart.Locator("tbody tr").First.IsVisibleAsync());
        Assert.Equal(0, await visited.Page.Locator("button:visible, input:visible, .plot:visible").CountAsync());
    }
}
