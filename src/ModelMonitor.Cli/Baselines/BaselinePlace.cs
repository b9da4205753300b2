using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Baselines;

/// <summary>Where a monitor's baselines are.</summary>
/// <param name="Store">The artifacts.</param>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Definition">What the monitor's file says; null where only its name was given.</param>
internal sealed record BaselinePlace(IObjectStore Store, string Monitor, MonitorDefinition? Definition)
{
    private const string Current = "current";
    private const string Previous = "previous";

    /// <summary>Opens the artifacts of a monitor, which may have no baseline yet.</summary>
    /// <param name="artifacts">The path of the artifacts.</param>
    /// <param name="monitor">The monitor's name, or its file, which ends in <c>.json</c>.</param>
    /// <param name="kind">Which monitor of a file; null for its first.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">A path cannot be used, the file is wrong, or the name is none.</exception>
    public static async Task<BaselinePlace> OpenAsync(string artifacts, string monitor, string? kind, CancellationToken cancellationToken)
    {
        MonitorDefinition? definition = monitor.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? await MonitorFile.ReadAsync(monitor, kind, cancellationToken).ConfigureAwait(false)
            : null;
        string name = definition?.Name ?? monitor;
        return ResourceName.IsMonitorName(name)
            ? new BaselinePlace(StorePath.OpenForWriting(artifacts, "--artifacts"), name, definition)
            : throw new ConfigurationException(
                "--monitor", "", "expected the name of a monitor (lowercase letters, digits and hyphens), or a monitor file that ends in .json.");
    }

    /// <summary>Lists the versions, of which there must be one.</summary>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public async Task<IReadOnlyList<BaselineListing>> ListAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<BaselineListing> listings = await BaselineCatalog.ListAsync(Store, Monitor, cancellationToken).ConfigureAwait(false);
        if (listings.Count > 0)
        {
            return listings;
        }

        SortedSet<string> monitors = new(StringComparer.Ordinal);
        await foreach (StoredObject stored in Store.ListAsync(ObjectKeys.Baselines, null, cancellationToken).ConfigureAwait(false))
        {
            monitors.Add(stored.Key[ObjectKeys.Baselines.Length..].Split('/')[0]);
        }

        string hint = EditDistance.FindNearest(Monitor, monitors) is { } nearest && nearest != Monitor ? $"; did you mean {nearest}?" : ".";
        throw new ConfigurationException("--artifacts", "", $"there is no version of a baseline of the monitor '{Monitor}' here{hint}");
    }

    /// <summary>Reads a version of whatever kind.</summary>
    /// <param name="version">The version, which is there.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">A file of it is not what it should be.</exception>
    public async Task<IBaseline> ReadAsync(string version, CancellationToken cancellationToken)
    {
        foreach (BaselineFormat format in BaselineFormat.All)
        {
            if (await BaselineVersions.FindDocumentsAsync(Store, Monitor, version, format, cancellationToken).ConfigureAwait(false) is { } documents)
            {
                return BaselineContent.Read(documents);
            }
        }

        throw new ConfigurationException("VERSION", "", $"the version '{version}' has been removed just now.");
    }

    /// <summary>Finds the version that a word means: its name, the beginning or the hash at the end of it, <c>current</c> or <c>previous</c>.</summary>
    /// <exception cref="ConfigurationException">There is none, or several.</exception>
    public async Task<string> ResolveAsync(string word, CancellationToken cancellationToken)
    {
        IReadOnlyList<BaselineListing> listings = await ListAsync(cancellationToken).ConfigureAwait(false);
        if (await FindAsync(word, listings, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        string hint = EditDistance.FindNearest(word, [.. listings.Select(listing => listing.Version), Current, Previous]) is { } nearest
            ? $"; did you mean {nearest}?"
            : "; `modelmonitor baseline list` tells which there are.";
        throw new ConfigurationException("VERSION", "", $"there is no version '{word}'{hint}");
    }

    /// <summary>As <see cref="ResolveAsync"/>, but null where there is none.</summary>
    /// <exception cref="ConfigurationException">There are several.</exception>
    public async Task<string?> FindAsync(string word, IReadOnlyList<BaselineListing> listings, CancellationToken cancellationToken)
    {
        if (listings.Any(listing => listing.Version == word))
        {
            return word;
        }

        if (word is Current or Previous)
        {
            BaselineHistory? history = await BaselineVersions.FindHistoryAsync(Store, Monitor, cancellationToken).ConfigureAwait(false);
            return (word == Current ? history?.Current.Version : history?.FindPrevious())
                ?? throw new ConfigurationException("VERSION", "", $"there is no {word} version: too few were promoted so far.");
        }

        string[] found = word.Length == 0
            ? []
            :
            [
                .. listings.Select(listing => listing.Version).Where(version =>
                    version.StartsWith(word, StringComparison.Ordinal) || version.EndsWith("-" + word, StringComparison.Ordinal)),
            ];
        return found.Length <= 1
            ? found.FirstOrDefault()
            : throw new ConfigurationException("VERSION", "", $"'{word}' may be any of {found.Length} versions, such as {found[0]} and {found[1]}; give more of it.");
    }
}
