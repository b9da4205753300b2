using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Runs;

/// <summary>Where the labels are that a run joins to its rows.</summary>
/// <param name="Store">Their store.</param>
/// <param name="IsGiven">Whether the command line names it, so that all of it is read; otherwise they are in the folders that the monitor file names.</param>
internal sealed record LabelPlace(IObjectStore Store, bool IsGiven)
{
    private const string Option = "--ground-truth";

    /// <summary>A monitor as it judges the rows of a request: those of a dataset have no ids of their own, and so have their labels among their columns.</summary>
    public static MonitorDefinition WithJoin(MonitorDefinition monitor, RunRequest request) =>
        request.Kind.GroundTruth is not null || request.Format is InputFormat.Capture or InputFormat.Transform
            ? monitor
            : monitor with
            {
                ModelQuality = monitor.ModelQuality is { } quality ? quality with { GroundTruth = null } : null,
                Bias = monitor.Bias is { } bias ? bias with { GroundTruth = null } : null,
            };

    /// <summary>Opens the place: what the command line names; else the bucket that the monitor file names or that of the captures, for which a folder stands.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="monitor">The monitor, as <see cref="WithJoin"/> has it.</param>
    /// <param name="input">What <c>--capture</c> names.</param>
    /// <param name="captures">What the keys of the captures start with in it; null where they do not lie as an endpoint lays them.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The place; null for a monitor that joins nothing.</returns>
    /// <exception cref="ConfigurationException">There is nothing where the command line says, or <c>--capture</c> leaves open where the monitor's labels are.</exception>
    public static async Task<LabelPlace?> OpenAsync(
        RunRequest request, MonitorDefinition monitor, IObjectStore input, string? captures, CancellationToken cancellationToken)
    {
        if (request.Kind.GroundTruth is { } path)
        {
            return new LabelPlace(await StorePath.OpenExistingAsync(path, Option, cancellationToken).ConfigureAwait(false), IsGiven: true);
        }

        if (monitor.GroundTruth?.Location is not { } location)
        {
            return null;
        }

        if (StorePath.BucketOf(request.Capture) is { Length: > 0 } bucket)
        {
            return new LabelPlace(StorePath.OpenBucket(location.Bucket ?? bucket, request.Monitor!), IsGiven: false);
        }

        bool isRoot = captures == ObjectKeys.CapturesOf(monitor.Capture.Prefix, monitor.Endpoint, monitor.Variant);
        return isRoot || await HasAnyAsync(input, location.Prefix, cancellationToken).ConfigureAwait(false)
            ? new LabelPlace(input, IsGiven: false)
            : throw new ConfigurationException(
                Option,
                "",
                $"is missing: {request.Monitor} has labels in '{location.Prefix}', which '{request.Capture}' does not have; give it, or as --capture the folder that stands for the bucket.");
    }

    private static async Task<bool> HasAnyAsync(IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        await foreach (StoredObject _ in store.ListAsync(prefix, null, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }
}
