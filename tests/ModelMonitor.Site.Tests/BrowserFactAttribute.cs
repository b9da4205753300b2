namespace ModelMonitor.Site.Tests;

/// <summary>A test in a browser; reported as skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Requirements.MissingBrowser;
}
