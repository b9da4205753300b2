using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.GroundTruth;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Plans in a store, each in a folder named by its fingerprint: equal plans are one, and none is ever changed.</summary>
public static class PlanFiles
{
    /// <summary>The key of a plan.</summary>
    public static string KeyOf(RunSettings settings, string fingerprint) =>
        ObjectKeys.PlanFolder(settings.WorkPrefix, fingerprint) + ObjectKeys.Plan;

    /// <summary>The key of the shards of a plan.</summary>
    public static string ShardsKeyOf(string planKey) =>
        planKey[..(planKey.LastIndexOf('/') + 1)] + ObjectKeys.Shards;

    /// <summary>The key of the objects with labels of a plan.</summary>
    public static string LabelsKeyOf(string planKey) => planKey[..(planKey.LastIndexOf('/') + 1)] + ObjectKeys.Labels;

    /// <summary>The key of the sample of the predictions that a plan's run found.</summary>
    public static string SampleKeyOf(string planKey) => planKey[..(planKey.LastIndexOf('/') + 1)] + ObjectKeys.PredictionSample;

    /// <summary>Writes a plan, unless it is there already, and returns its key.</summary>
    public static async Task<string> WriteAsync(RunPlan plan, RunSettings settings, CancellationToken cancellationToken)
    {
        string key = KeyOf(settings, plan.Fingerprint);
        byte[] shards = JsonSerializer.SerializeToUtf8Bytes(
            [.. plan.Shards.Select(shard => new ShardTask(key, shard))], ShardJsonContext.Default.IReadOnlyListShardTask);
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(plan, RunJsonContext.Default.RunPlan);
        Task putShards = settings.Artifacts.PutAsync(ShardsKeyOf(key), shards, PutCondition.Absent, cancellationToken);
        Task putHeader = settings.Artifacts.PutAsync(key, header, PutCondition.Absent, cancellationToken);
        Task putLabels = plan.LabelsFingerprint is null ? Task.CompletedTask : settings.Artifacts.PutAsync(
            LabelsKeyOf(key),
            JsonSerializer.SerializeToUtf8Bytes(plan.Labels, ShardJsonContext.Default.IReadOnlyListLabelObject),
            PutCondition.Absent,
            cancellationToken);
        await Task.WhenAll(putShards, putHeader, putLabels).ConfigureAwait(false);
        return key;
    }

    /// <summary>Reads a plan without its shards.</summary>
    /// <exception cref="FileNotFoundException">There is no such plan.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static async Task<RunPlan> ReadHeaderAsync(IObjectStore store, string planKey, CancellationToken cancellationToken)
    {
        byte[] content = await store.ReadAllAsync(planKey, cancellationToken).ConfigureAwait(false);
        try
        {
            RunPlan plan = JsonSerializer.Deserialize(content, RunJsonContext.Default.RunPlan)
                ?? throw new InvalidDataException($"The plan {planKey} is damaged: it holds null.");
            return plan.LabelsFingerprint is null
                ? plan
                : plan with { Labels = await ReadLabelsAsync(store, planKey, cancellationToken).ConfigureAwait(false) };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The plan {planKey} is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a plan with its shards; null when it is not there, or damaged.</summary>
    public static async Task<RunPlan?> FindAsync(IObjectStore store, string planKey, CancellationToken cancellationToken)
    {
        try
        {
            Task<IReadOnlyList<Shard>> shards = ReadShardsAsync(store, planKey, cancellationToken);
            RunPlan header = await ReadHeaderAsync(store, planKey, cancellationToken).ConfigureAwait(false);
            return header with { Shards = await shards.ConfigureAwait(false) };
        }
        catch (Exception exception) when (exception is FileNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads the shards of a plan; null when they are not there, or damaged.</summary>
    internal static async Task<IReadOnlyList<Shard>?> FindShardsAsync(IObjectStore store, string planKey, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadShardsAsync(store, planKey, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads the objects with labels of a plan.</summary>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    internal static async Task<IReadOnlyList<LabelObject>> ReadLabelsAsync(
        IObjectStore store, string planKey, CancellationToken cancellationToken)
    {
        string key = LabelsKeyOf(planKey);
        byte[] content = await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(content, ShardJsonContext.Default.IReadOnlyListLabelObject) ?? [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The labels {key} are damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the objects with labels of a plan one by one, so that memory does not hold them all.</summary>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    /// <exception cref="JsonException">They are damaged.</exception>
    internal static async IAsyncEnumerable<LabelObject> StreamLabelsAsync(
        IObjectStore store, string planKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string key = LabelsKeyOf(planKey);
        Stream content = await store.OpenReadAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await foreach (LabelObject? stored in JsonSerializer
                .DeserializeAsyncEnumerable(content, ShardJsonContext.Default.LabelObject, cancellationToken).ConfigureAwait(false))
            {
                yield return stored ?? throw new JsonException("null is no object with labels.");
            }
        }
    }

    private static async Task<IReadOnlyList<Shard>> ReadShardsAsync(
        IObjectStore store, string planKey, CancellationToken cancellationToken)
    {
        string key = ShardsKeyOf(planKey);
        byte[] content = await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            IReadOnlyList<ShardTask> tasks = JsonSerializer.Deserialize(content, ShardJsonContext.Default.IReadOnlyListShardTask) ?? [];
            return [.. tasks.Select(task => task.Shard)];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The shards {key} are damaged: {exception.Message}", exception);
        }
    }
}
