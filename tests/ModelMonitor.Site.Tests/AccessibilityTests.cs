using System.Text.Json;

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
        await visited.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await visited.Page.EvaluateAsync(await File.ReadAllTextAsync(Requirements.Axe) + "; 0");

        JsonElement found = await visited.Page.EvaluateAsync<JsonElement>("async () => await axe.run(document)");

        Assert.True(found.GetProperty("passes").GetArrayLength() > 10);
        Assert.Empty(found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .SelectMany(violation => violation.GetProperty("nodes").EnumerateArray().Select(node =>
                $"{violation.GetProperty("id")}: {node.GetProperty("html")} {node.GetProperty("failureSummary")}")));
    }
}
