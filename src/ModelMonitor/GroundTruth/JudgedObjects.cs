using System.Text.Json;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>Tells whether what a window was judged by is still there, so that judging it again can only add to it.</summary>
/// <remarks>
/// Captures and labels expire. A window whose captures are gone would be found to have none, and one whose labels are gone
/// would be judged by fewer than before. Labels may be written anew under other names: a folder with any
/// of them is not one that expired.
/// </remarks>
internal static class JudgedObjects
{
    /// <summary>Whether all of it is there.</summary>
    /// <param name="settings">The settings of the window's runs.</param>
    /// <param name="judged">The record of the run that judged it.</param>
    /// <param name="labels">The labels that there are for the window now.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<bool> AreThereAsync(
        RunSettings settings, RunRecord judged, IEnumerable<LabelObject> labels, CancellationToken cancellationToken)
    {
        InputCatalog catalog = await InputCatalog.ListAsync(settings, judged.Window, cancellationToken).ConfigureAwait(false);
        RunInput input = await catalog.InputOfAsync(judged.Window, cancellationToken).ConfigureAwait(false);
        string planKey = PlanFiles.KeyOf(settings, judged.Fingerprint);
        if (await PlanFiles.FindShardsAsync(settings.Artifacts, planKey, cancellationToken).ConfigureAwait(false) is not { } shards)
        {
            return input.Objects.Count >= judged.ObjectCount;
        }

        HashSet<string> captures = new(input.Objects.Select(stored => stored.Key), StringComparer.Ordinal);
        return LateObjects.Of(shards).All(stored => captures.Contains(stored.Key))
            && await AreLabelsThereAsync(settings, planKey, labels, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> AreLabelsThereAsync(
        RunSettings settings, string planKey, IEnumerable<LabelObject> labels, CancellationToken cancellationToken)
    {
        HashSet<string> present = new(StringComparer.Ordinal);
        foreach (LabelObject stored in labels)
        {
            present.GetAlternateLookup<ReadOnlySpan<char>>().Add(FolderOf(stored.Key));
        }

        try
        {
            await foreach (LabelObject stored in PlanFiles
                .StreamLabelsAsync(settings.Artifacts, planKey, cancellationToken).ConfigureAwait(false))
            {
                if (!present.GetAlternateLookup<ReadOnlySpan<char>>().Contains(FolderOf(stored.Key)))
                {
                    return false;
                }
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            // Which labels it had is not known any more, and so not that any are gone.
        }

        return true;
    }

    private static ReadOnlySpan<char> FolderOf(string key) => key.AsSpan(0, key.LastIndexOf('/') + 1);
}
