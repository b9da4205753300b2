using ModelMonitor.Cli.Runs;
using ModelMonitor.Publishing;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Says what could not be published of runs, on the error output: the reports themselves are there.</summary>
internal static class PublishingWarnings
{
    private const int LongestMessage = 500;

    /// <summary>Writes a line for each publication that failed.</summary>
    public static void Write(TextWriter error, IEnumerable<RunResult> results)
    {
        foreach (PublishingFailure failure in results.SelectMany(result => result.PublishingFailures))
        {
            error.WriteLine(
                $"modelmonitor: warning: {failure.Publisher} not written: {DisplayText.Fit(failure.Exception.Message, LongestMessage)}");
        }
    }
}
