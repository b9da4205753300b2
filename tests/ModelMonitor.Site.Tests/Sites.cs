using Microsoft.Playwright;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using ModelMonitor.Testing.Kinds;

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

    /// <summary>A site of monitors of model quality, bias and attribution.</summary>
    internal Uri Kinds => new(_folder.PathOf("kinds", "site") + "/");

    /// <summary>The same with features, classes and groups that were named by an attacker.</summary>
    internal Uri HostileKinds => new(_folder.PathOf("hostile-kinds", "site") + "/");

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
        await MakeKindsAsync();
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

    private async Task MakeKindsAsync()
    {
        string kinds = _folder.PathOf("kinds");
        await new SampleMonitors(new FolderObjectStore(kinds)).RunAsync();
        await CommandLineTool.RunAsync("report", "--artifacts", kinds, "--output", kinds);
        string hostile = _folder.PathOf("hostile-kinds");
        HostileReports.WriteKinds(Path.Combine(kinds, "reports"), Path.Combine(hostile, "reports"));
        HostileReports.WriteKinds(Path.Combine(kinds, "baselines"), Path.Combine(hostile, "baselines"));
        await CommandLineTool.RunAsync("report", "--artifacts", hostile, "--output", hostile);
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

    /// <summary>
    /// The address of a page: <c>monitors</c>, <c>monitor</c> or <c>run</c>, the last of an hour in which two features drift; of the other
    /// kinds the monitor's name, or the name with <c>/run</c> for the last hour, in which everything is amiss.
    /// </summary>
    internal static Uri PageOf(Uri site, string page) => new(site, page switch
    {
        "monitors" => "index.html",
        "monitor" => "monitors/churn/index.html",
        "run" => "monitors/churn/runs/20261122T170000Z.html",
        _ when page.EndsWith("/run", StringComparison.Ordinal) => $"monitors/{page[..^4]}/{ObjectKeys.SiteRunPath(SampleMonitors.LastHour)}",
        _ => $"monitors/{page}/index.html",
    });
}
