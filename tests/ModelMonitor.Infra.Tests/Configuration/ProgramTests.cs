using ModelMonitor.Infra.Tests.Synthesis;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Configuration;

/// <summary>The app as the CDK's command line starts it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task App_WithABadMonitorFile_TellsPathAndReasonAndFails()
    {
        _folder.Write("monitors/bad.json", """
            {
              "name": "bad", "endpoint": "e", "dataQuality": { "emitMetric": true }
            }
            """);

        ProcessResult result = await RunAsync("{}");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("monitors/bad.json: line 2: $.dataQuality.emitMetric: ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_WithABadSetting_TellsItAndFails()
    {
        ProcessResult result = await RunAsync("""{ "architecture": "x64" }""");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("context: architecture: expected x86_64 or arm64; found \"x64\"", result.Output.Trim());
    }

    private Task<ProcessResult> RunAsync(string context) => ProcessRun.ExecuteAsync(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "ModelMonitor.Infra.dll")],
        _folder.Root,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["CDK_CONTEXT_JSON"] = context });
}
