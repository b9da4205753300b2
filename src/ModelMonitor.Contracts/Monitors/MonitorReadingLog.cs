namespace ModelMonitor.Contracts.Monitors;

/// <summary>What comes up while a monitor file is read: its problems, and which keys were asked for.</summary>
internal sealed class MonitorReadingLog
{
    private readonly List<MonitorProblem> _problems = [];
    private readonly HashSet<string> _knownKeys = new(StringComparer.Ordinal);

    /// <summary>The problems in the order they were found.</summary>
    public List<MonitorProblem> Problems => _problems;

    /// <summary>The JSON paths of all keys that a reader asked for, present or not.</summary>
    public IReadOnlyCollection<string> KnownKeys => _knownKeys;

    public void AddProblem(JsonPlace place, string message) =>
        _problems.Add(new MonitorProblem(place.Path, place.Line, message));

    public void AddKnownKey(string path) => _knownKeys.Add(path);
}
