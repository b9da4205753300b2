using Microsoft.Playwright;
using ModelMonitor.Testing;

namespace ModelMonitor.Site.Tests;

/// <summary>The sites under test, the browser they are opened in, and a server of one of them; made once for all tests.</summary>
public sealed class Sites : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private StaticServer? _server;

    /// <summary>Where the demonstration's site is, as a folder.</summary>
    internal Uri Demo => new(_folder.PathOf("demo", "site") + "/");

    /// <summary>The same site on the server.</summary>
    internal Uri Served => _server!.Address;

    /// <summary>A site of the same runs, whose features and categories were named by an attacker.</summary>
    internal Uri Hostile => new(_folder.PathOf("hostile-site", "site") + "/");

    /// <summary>The browser.</summary>
    internal IBrowser Browser => _browser!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Requirements.Chromium is not { } chromium)
        {
            return;
        }

        string demo = _folder.PathOf("demo");
        await CommandLineTool.RunAsync("demo", "--output", demo);
        string hostile = _folder.PathOf("hostile");
        HostileReports.Write(Path.Combine(demo, "reports"), Path.Combine(hostile, "reports"));
        HostileReports.Write(Path.Combine(demo, "baseline"), Path.Combine(hostile, "baseline"));
        await CommandLineTool.RunAsync(
            "report", "--artifacts", hostile, "--baseline", Path.Combine(hostile, "baseline"), "--output", _folder.PathOf("hostile-site"));
        _server = new StaticServer(Path.Combine(demo, "site"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _playwright?.Dispose();
        _server?.Dispose();
        _folder.Dispose();
    }

    /// <summary>The address of a page: <c>monitors</c>, <c>monitor</c> or <c>run</c>, the last of an hour in which two features drift.</summary>
    internal static Uri PageOf(Uri site, string page) => new(site, page switch
    {
        "monitors" => "index.html",
        "monitor" => "monitors/churn/index.html",
        "run" => "monitors/churn/runs/20261122T170000Z.html",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, "There are three kinds of page."),
    });
}
