using System.CommandLine;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Cli.Capturing;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Endpoints;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor capture plan</c>: shows what a deployment would change about an endpoint's capture.</summary>
internal static class CaptureCommand
{
    private const string StandardInput = "-";
    private const string ConfigurationOption = "--endpoint-config";

    /// <summary>The most that SageMaker's description of a configuration is taken to have.</summary>
    private const int LargestInput = 1 << 20;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options) =>
        new("capture", "What endpoints capture.") { CreatePlan(terminal, options) };

    private static Command CreatePlan(Terminal terminal, CommonOptions options)
    {
        Option<string[]> monitors = new("--monitor")
        {
            Description = "A monitor file (also s3://…); once for each monitor of the endpoint.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> configuration = new(ConfigurationOption)
        {
            Description = "What the endpoint has: the JSON of `aws sagemaker describe-endpoint-config --endpoint-config-name NAME`, "
                + "where NAME is `aws sagemaker describe-endpoint --endpoint-name ENDPOINT --query EndpointConfigName --output text`; - for standard input.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string?> bucket = new("--capture-bucket")
        {
            Description = "The deployment's bucket of captures, its output CaptureBucket, where a monitor names none.",
            HelpName = "NAME",
        };
        Option<int> stage = new("--stage")
        {
            Description = "The stage of a monitor that has stages, from 1. Default: 1.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        Command plan = new(
            "plan", "Show what would change for an endpoint to capture what its monitors say. Exit code 0: nothing; 1: something.")
        {
            monitors, configuration, bucket, stage,
        };
        plan.SetAction(async (parsed, cancellationToken) =>
        {
            List<MonitorDefinition> definitions = [];
            foreach (string file in parsed.GetRequiredValue(monitors))
            {
                definitions.Add(await MonitorFile.ReadAsync(file, kind: null, cancellationToken).ConfigureAwait(false));
            }

            CaptureSettings settings = BuildSettings(definitions, parsed.GetValue(bucket), parsed.GetValue(stage));
            string path = parsed.GetRequiredValue(configuration);
            EndpointConfiguration present = EndpointConfiguration.Read(
                ConfigurationOption, await ReadAsync(terminal, path, cancellationToken).ConfigureAwait(false));
            CapturePlan result = CapturePlanner.Plan(present, tags: null, settings);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => CapturePlanReport.WriteJson(writer, result, settings));
            }
            else
            {
                CapturePlanReport.Write(terminal.Screen, result, settings);
            }

            return result.Changes.Count == 0 ? ExitCode.Clean : ExitCode.Different;
        });
        return plan;
    }

    private static CaptureSettings BuildSettings(List<MonitorDefinition> monitors, string? bucket, int stage)
    {
        MonitorDefinition first = monitors[0];
        if (bucket is null && monitors.Find(monitor => monitor.Capture.Bucket is null) is { } without)
        {
            throw new ConfigurationException(
                "--capture-bucket", "", $"the monitor {without.Name} captures to the deployment's own bucket; name it, as the output CaptureBucket of the stack does.");
        }

        if (monitors.Find(monitor => monitor.Endpoint != first.Endpoint) is { } stranger)
        {
            throw new ConfigurationException(
                "--monitor", "$.endpoint", $"{first.Name} watches {first.Endpoint} and {stranger.Name} {stranger.Endpoint}; give monitors of one endpoint.");
        }

        return CaptureSettingsBuilder.Build(first.Endpoint, monitors, bucket ?? "", monitor => StageOf(monitor, stage))
            ?? throw new ConfigurationException(
                "--monitor", "$.capture.configureEndpoint", "the endpoint is left alone; set it to true to have it capture what this section says.");
    }

    private static MonitorStage? StageOf(MonitorDefinition monitor, int stage) =>
        monitor.Stages.Count == 0 ? null
        : stage >= 1 && stage <= monitor.Stages.Count ? monitor.Stages[stage - 1]
        : throw new ConfigurationException("--stage", "", $"{monitor.Name} has the stages 1 to {monitor.Stages.Count}.");

    private static async Task<byte[]> ReadAsync(Terminal terminal, string path, CancellationToken cancellationToken)
    {
        if (path != StandardInput)
        {
            return await StorePath.ReadFileAsync(path, ConfigurationOption, cancellationToken).ConfigureAwait(false)
                ?? throw new ConfigurationException(ConfigurationOption, "", $"there is no file '{path}'; check the path.");
        }

        byte[] buffer = new byte[LargestInput + 1];
        int length = await terminal.Input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length <= LargestInput
            ? buffer[..length]
            : throw new ConfigurationException(ConfigurationOption, "", "the standard input is larger than any configuration.");
    }
}
