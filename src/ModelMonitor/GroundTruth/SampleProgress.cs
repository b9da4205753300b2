using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.GroundTruth;

/// <summary>The sample of a window's predictions, and which labels it has seen: those of the run that left it, and those streamed since.</summary>
/// <remarks>
/// It is kept beside the plan after each look, so that every label is streamed once until the window is judged again. The sample
/// is written before the list of what it has seen: labels that are seen again change nothing.
/// </remarks>
/// <param name="store">Where plans are.</param>
/// <param name="planKey">The plan of the window's run.</param>
internal sealed class SampleProgress(IObjectStore store, string planKey)
{
    private readonly string _folder = planKey[..(planKey.LastIndexOf('/') + 1)];

    /// <summary>Reads which labels were seen: those of the plan, and those streamed since.</summary>
    public async Task<SeenLabels> FindSeenAsync(CancellationToken cancellationToken) =>
        await store.TryReadAllAsync(_folder + ObjectKeys.SeenLabels, cancellationToken).ConfigureAwait(false) is { } content
        && SeenLabels.FromBytes(content) is { } seen
            ? seen
            : await FindJudgedAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads which labels the run had; none when its plan is not there.</summary>
    public async Task<SeenLabels> FindJudgedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SeenLabels.OfAsync(PlanFiles.StreamLabelsAsync(store, planKey, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            // What is not known to be seen is streamed again.
            return SeenLabels.Of([]);
        }
    }

    /// <summary>Reads the sample as the run left it; null when it is not there, or damaged.</summary>
    public Task<PredictionSample?> FindFirstAsync(CancellationToken cancellationToken) =>
        FindAsync(PlanFiles.SampleKeyOf(planKey), cancellationToken);

    /// <summary>Reads the sample as it was after the last look; null when there was none.</summary>
    public Task<PredictionSample?> FindLastAsync(CancellationToken cancellationToken) =>
        FindAsync(_folder + ObjectKeys.LabelledSample, cancellationToken);

    /// <summary>Keeps the sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="seen">All labels that it has seen.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task KeepAsync(PredictionSample sample, SeenLabels seen, CancellationToken cancellationToken)
    {
        await store.PutAsync(
            _folder + ObjectKeys.LabelledSample, StateFile.ToBytes(sample), cancellationToken: cancellationToken).ConfigureAwait(false);
        await store.PutAsync(_folder + ObjectKeys.SeenLabels, seen.ToBytes(), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task<PredictionSample?> FindAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : StateFile.FromBytes<PredictionSample>(content);
        }
        catch (CorruptStateException)
        {
            return null;
        }
    }
}
