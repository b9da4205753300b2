using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

[Collection(SiteCollection.Name)]
public sealed class ChartTests(Sites sites)
{
    [BrowserTheory]
    [InlineData("monitor", 3)]
    [InlineData("run", 2)]
    public async Task Charts_OfAPage_AreDrawnNamedAndBackedByTables(string page, int charts)
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, page);

        Assert.Equal(charts, await visited.DrawChartsAsync());

        foreach (ILocator figure in await visited.Page.Locator("figure.chart").AllAsync())
        {
            ILocator plot = figure.Locator(".plot");
            Assert.Equal("img", await plot.GetAttributeAsync("role"));
            Assert.True((await plot.GetAttributeAsync("aria-label"))!.Length > 20);
            Assert.True(await figure.Locator("table tbody tr").CountAsync() > 0);

            // A hundredth of the plot at least is painted in colors: axes and words are gray.
            int[] painted = await plot.Locator("canvas").First.EvaluateAsync<int[]>(
                """
                canvas => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let colored = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    colored += data[i + 3] > 100 && Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 20;
                  }
                  return [colored, data.length / 4];
                }
                """);
            Assert.InRange(painted[0], painted[1] / 100, painted[1]);
        }
    }

    [BrowserFact]
    public async Task Zoom_OnOneTimeline_MovesTheOtherWithIt()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, "monitor");
        await visited.DrawChartsAsync();
        ILocator plot = visited.Page.Locator("figure[data-chart=violations] .plot");
        await plot.ScrollIntoViewIfNeededAsync();
        Assert.All(await ZoomsAsync(visited), zoom => Assert.Equal(100, zoom));

        await plot.HoverAsync();
        await visited.Page.Keyboard.DownAsync("Control");
        await visited.Page.Mouse.WheelAsync(0, -400);
        await visited.Page.Keyboard.UpAsync("Control");
        await visited.Page.WaitForFunctionAsync(
            "() => { const zoom = chartOf(document.querySelector('figure[data-chart=rows]')).getOption().dataZoom[0]; return zoom.end - zoom.start < 100; }");

        double[] zooms = await ZoomsAsync(visited);
        Assert.Equal(zooms[0], zooms[1], 6);
        await visited.AssertFaultlessAsync();
    }

    [BrowserFact]
    public async Task Tooltip_OverTheHeatMap_IsDrawnWithoutMarkup()
    {
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Hostile, "monitor");
        await visited.DrawChartsAsync();

        await visited.Page.Locator("figure[data-chart=drift] .plot").HoverAsync();

        await visited.AssertFaultlessAsync();
        Assert.Equal(0, await visited.Page.Locator(".plot :not(div):not(canvas)").CountAsync());
    }

    private static Task<double[]> ZoomsAsync(VisitedPage visited) => visited.Page.EvaluateAsync<double[]>(
        """
        ['violations', 'rows'].map(kind => {
          const zoom = chartOf(document.querySelector(`figure[data-chart=${kind}]`)).getOption().dataZoom[0];
          return zoom.end - zoom.start;
        })
        """);
}
