using ModelMonitor.Testing;

namespace ModelMonitor.Site.Tests;

/// <summary>What these tests need beside .NET; where something is missing they are skipped, with the reason.</summary>
internal static class Requirements
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>The browser: <c>MODELMONITOR_TEST_CHROMIUM</c>, else the one the system has; null for none.</summary>
    public static string? Chromium { get; } =
        Places.Prepend(Environment.GetEnvironmentVariable("MODELMONITOR_TEST_CHROMIUM")).FirstOrDefault(File.Exists);

    /// <summary>axe-core, in the version of <c>package-lock.json</c>.</summary>
    public static string Axe { get; } = Path.Combine(
        Repository.Root, "tests", "ModelMonitor.Site.Tests", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Why no page can be opened here; null when it can.</summary>
    public static string? MissingBrowser { get; } = Chromium is null
        ? "There is no Chromium: run 'apt install chromium', or set MODELMONITOR_TEST_CHROMIUM to the path of one."
        : null;

    /// <summary>Why pages cannot be searched for barriers here; null when they can.</summary>
    public static string? MissingAxe { get; } =
        MissingBrowser ?? (File.Exists(Axe) ? null : "There is no axe-core: run 'npm ci' in tests/ModelMonitor.Site.Tests.");
}
