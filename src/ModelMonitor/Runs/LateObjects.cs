namespace ModelMonitor.Runs;

/// <summary>Tells which objects of a window a run before did not have.</summary>
internal static class LateObjects
{
    /// <summary>Counts the objects that are new, or others than they were, since a window was judged.</summary>
    /// <param name="settings">The settings of the window's runs.</param>
    /// <param name="judged">The record of the run that judged it.</param>
    /// <param name="objects">The keys and ETags of the objects there are now.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>
    /// How many, which is 0 when objects have only gone: what was judged by them stands. Where that run kept no
    /// plan, by how much the number of objects has grown; a change without growth counts as one.
    /// </returns>
    public static async Task<int> CountAsync(
        RunSettings settings, RunRecord judged, IReadOnlyCollection<(string Key, string ETag)> objects, CancellationToken cancellationToken)
    {
        if (judged.ObjectCount == 0)
        {
            return objects.Count;
        }

        string planKey = PlanFiles.KeyOf(settings, judged.Fingerprint);
        if (await PlanFiles.FindAsync(settings.Artifacts, planKey, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            int growth = objects.Count - judged.ObjectCount;
            return growth == 0 ? 1 : Math.Max(0, growth);
        }

        HashSet<(string Key, string ETag)> known = [.. Of(plan)];
        return objects.Count(known.Add);
    }

    /// <summary>The objects of a plan.</summary>
    public static IReadOnlyCollection<(string Key, string ETag)> Of(RunPlan plan) => Of(plan.Shards);

    /// <summary>The objects of shards.</summary>
    public static IReadOnlyCollection<(string Key, string ETag)> Of(IEnumerable<Shard> shards) =>
        shards.SelectMany(shard => shard.Segments).Select(segment => (segment.Key, segment.ETag)).ToHashSet();
}
