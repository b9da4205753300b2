namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The command <c>modelmonitor</c> as users run it, on folders.</summary>
internal static class CommandLineTool
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ModelMonitor.Cli.dll");

    public static async Task BaselineAsync(string dataset, string output, string monitor) =>
        (await RunAsync("baseline", "--dataset", dataset, "--output", output, "--monitor", monitor)).MustEndWith(0);

    /// <summary>Runs a monitor over a window; clean or not.</summary>
    public static async Task RunAsync(string capture, string baseline, string output, string monitor, string window) =>
        (await RunAsync(
            "run", "--capture", capture, "--baseline", baseline, "--output", output, "--monitor", monitor, "--window", window))
        .MustEndWith(0, 1);

    private static Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.RunAsync("dotnet", [Program, .. arguments]);
}
