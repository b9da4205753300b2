using System.Text;
using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class CaptureCommandTests : IDisposable
{
    private const string Configuration = """
        { "EndpointConfigName": "churn-v1", "ProductionVariants": [{ "VariantName": "AllTraffic", "ModelName": "churn" }],
          "DataCaptureConfig": { "EnableCapture": true, "InitialSamplingPercentage": 20, "DestinationS3Uri": "s3://captures/capture",
            "CaptureOptions": [{ "CaptureMode": "Input" }, { "CaptureMode": "Output" }] } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Plan_CaptureIsRight_IsClean()
    {
        CommandRun run = await PlanAsync(Monitor(sampling: 20));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("churn-v1 captures what the monitors of churn-xgboost say.", run.Output.Trim());
    }

    [Fact]
    public async Task Plan_CaptureDiffers_ShowsTheDifferenceAndTheDryRun()
    {
        CommandRun run = await PlanAsync(Monitor(sampling: 100));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Matches(@"InitialSamplingPercentage +20 +100\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains("would be updated to modelmonitor-churn-xgboost-", run.Output, StringComparison.Ordinal);
        Assert.Contains("only notes this down", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_Json_HasChangesAndTheConfiguration()
    {
        CommandRun run = await PlanAsync(Monitor(sampling: 100), "--json");

        JsonElement plan = JsonElement.Parse(run.Output);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("InitialSamplingPercentage", plan.GetProperty("changes")[0].GetProperty("field").GetString());
        Assert.Equal(100, plan.GetProperty("configuration").GetProperty("DataCaptureConfig").GetProperty("InitialSamplingPercentage").GetInt32());
    }

    [Fact]
    public async Task Plan_StandardInput_IsReadForADash()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Terminal terminal = new(output, error) { Input = new MemoryStream(Encoding.UTF8.GetBytes(Configuration)) };
        CommandLine line = CommandLine.Create(terminal, TimeProvider.System, Invocation.OfTool);

        int exitCode = await line.RunAsync(
            ["capture", "plan", "--monitor", Monitor(20), "--endpoint-config", "-", "--capture-bucket", "captures"], default);

        Assert.Equal((0, ""), (exitCode, error.ToString()));
    }

    [Fact]
    public async Task Plan_Stage_TakesItsSampling()
    {
        string monitor = _folder.Write("staged.json", """
            { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, "capture": { "configureEndpoint": true },
              "stages": [{ "schedule": "hourly", "samplingPercentage": 100, "relaxAfter": "P14D" }, { "schedule": "daily", "samplingPercentage": 20 }] }
            """);

        Assert.Equal(1, (await PlanAsync(monitor)).ExitCode);
        Assert.Equal(0, (await PlanAsync(monitor, "--stage", "2")).ExitCode);
        (await PlanAsync(monitor, "--stage", "3")).AssertConfigurationError("has the stages 1 to 2");
    }

    [Fact]
    public async Task Plan_WrongInput_SaysWhatWasExpected()
    {
        string monitor = Monitor(20);
        string[] plan = ["capture", "plan", "--monitor", monitor, "--endpoint-config"];
        (await CommandRun.RunAsync([.. plan, _folder.Write("no.json", "{}"), "--capture-bucket", "b"]))
            .AssertConfigurationError("the answer of DescribeEndpointConfig");
        (await CommandRun.RunAsync([.. plan, _folder.PathOf("absent.json"), "--capture-bucket", "b"])).AssertConfigurationError("there is no file");
        (await CommandRun.RunAsync([.. plan, _folder.Write("c.json", Configuration)])).AssertConfigurationError("--capture-bucket: ");
        (await PlanAsync(_folder.Write("plain.json", """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""")))
            .AssertConfigurationError("the endpoint is left alone");
        (await PlanAsync(monitor, "--monitor", _folder.Write("other.json", """{ "name": "other", "endpoint": "other", "dataQuality": {} }""")))
            .AssertConfigurationError("give monitors of one endpoint");
    }

    [Fact]
    public async Task Plan_WithoutArguments_NamesTheCommandWhole()
    {
        CommandRun run = await CommandRun.RunAsync("capture", "plan");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Run 'modelmonitor capture plan --help'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_MonitorsThatContradictEachOther_AreBothWrong()
    {
        _folder.Write("a.json", """{ "name": "a", "endpoint": "e", "dataQuality": {}, "capture": { "configureEndpoint": true } }""");
        _folder.Write("b.json", """{ "name": "b", "endpoint": "e", "dataQuality": {}, "capture": { "prefix": "elsewhere/" } }""");

        CommandRun run = await CommandRun.RunAsync("validate", _folder.Root);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("2 of 2 monitor files with problems.", run.Output, StringComparison.Ordinal);
        Assert.Contains("make them agree", string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private string Monitor(int sampling) => _folder.Write("monitor.json", $$"""
        { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, "capture": { "configureEndpoint": true, "samplingPercentage": {{sampling}} } }
        """);

    private Task<CommandRun> PlanAsync(string monitor, params string[] more) => CommandRun.RunAsync(
        ["capture", "plan", "--monitor", monitor, "--endpoint-config", _folder.Write("config.json", Configuration), "--capture-bucket", "captures", .. more]);
}
