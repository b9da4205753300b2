using System.Text.Json;
using Microsoft.Playwright;

namespace ModelMonitor.Site.Tests;

/// <summary>A page opened in a window of its own, which remembers what must not happen: errors, requests elsewhere, breaches of the policy.</summary>
internal sealed class VisitedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private VisitedPage(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"script error: {error}");
        page.Dialog += (_, dialog) => _faults.Add($"dialog: {dialog.Message}");
        page.RequestFailed += (_, request) => _faults.Add($"failed request: {request.Url}");
        page.Response += (_, response) =>
        {
            if (!response.Ok && response.Status != 0)
            {
                _faults.Add($"status {response.Status}: {response.Url}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.AbsoluteUri, StringComparison.Ordinal) && request.Url != "data:,")
            {
                _faults.Add($"request elsewhere: {request.Url}");
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens a page and waits until it has loaded.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="site">The site's address.</param>
    /// <param name="page">The kind of page.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="isDark">Whether the system prefers dark colors.</param>
    /// <param name="hasScripts">Whether the browser runs scripts.</param>
    public static async Task<VisitedPage> OpenAsync(
        Sites sites, Uri site, string page, int width = 1280, bool isDark = false, bool hasScripts = true)
    {
        IBrowserContext context = await sites.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
        });
        await context.AddInitScriptAsync(
            "globalThis.breaches = []; addEventListener('securitypolicyviolation', e => breaches.push(`${e.violatedDirective} ${e.blockedURI}`));");
        VisitedPage visited = new(context, await context.NewPageAsync(), site);
        await visited.Page.GotoAsync(Sites.PageOf(site, page).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return visited;
    }

    /// <summary>Scrolls every chart into sight, and waits until it is drawn.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> DrawChartsAsync()
    {
        IReadOnlyList<ILocator> charts = await Page.Locator("figure.chart:visible").AllAsync();
        foreach (ILocator chart in charts)
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.Locator(".plot canvas").First.WaitForAsync();
        }

        await Page.EvaluateAsync("scrollTo(0, 0)");
        return charts.Count;
    }

    /// <summary>How far the page is wider than its window, in pixels.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Fails the test with all that has happened and must not.</summary>
    public async Task AssertFaultlessAsync()
    {
        string[] breaches = await Page.EvaluateAsync<string[]>("breaches");
        Assert.Empty(_faults.Concat(breaches.Select(breach => $"breach of the policy: {breach}")));
    }

    /// <summary>Opens all details, has axe search the page, and fails the test with the serious and critical barriers.</summary>
    /// <param name="rule">The one rule to search by; null for all of them.</param>
    public async Task AssertNoSeriousBarrierAsync(string? rule = null)
    {
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Requirements.Axe) + "; 0");

        JsonElement found = await Page.EvaluateAsync<JsonElement>("async rule => await axe.run(document, rule ? { runOnly: [rule] } : {})", rule);

        Assert.True(found.GetProperty("passes").GetArrayLength() > (rule is null ? 10 : 0));
        Assert.Empty(found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .SelectMany(violation => violation.GetProperty("nodes").EnumerateArray().Select(node =>
                $"{violation.GetProperty("id")}: {node.GetProperty("html")} {node.GetProperty("failureSummary")}")));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
