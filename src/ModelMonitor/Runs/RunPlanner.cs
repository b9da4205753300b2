using System.Text.Json;
using ModelMonitor.Capture;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Finds what a run has to read and cuts it into shards.</summary>
public static class RunPlanner
{
    /// <summary>Raised when shard states change their meaning, so that stored ones are not mistaken for new.</summary>
    private const int StateVersion = 1;

    /// <summary>Plans a run; a plan without shards means that there are no data.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="profiler">The kind of monitor.</param>
    /// <param name="optionsFingerprint">A hash of what else the result depends on.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public static async Task<RunPlan> PlanAsync<TState>(
        RunSettings settings, IRowProfiler<TState> profiler, string optionsFingerprint, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        RunInput input = await InputListing.ListAsync(settings, cancellationToken).ConfigureAwait(false);
        CaptureLayout detected = await LayoutDetection.DetectAsync(
            settings, profiler.BaselineColumns, input.Objects, cancellationToken).ConfigureAwait(false);
        string layout = LayoutFingerprint(settings, profiler.Name, detected);
        HashSet<string> divisible = await ObjectDivision.FindAsync(settings, input.Objects, cancellationToken).ConfigureAwait(false);
        List<Shard> shards = [];
        foreach (List<ShardSegment> segments in ShardCutter.Cut(
            input.Objects, settings.ShardBytes, stored => divisible.Contains(stored.Key)))
        {
            List<ShardSegment> timed = segments.ConvertAll(segment => segment with { Hour = input.HourOf(segment.Key) });
            shards.Add(new Shard(StateKey(settings, layout, timed), timed));
        }

        string inputFingerprint = InputFingerprint(settings, input);
        return new RunPlan
        {
            Monitor = settings.Monitor,
            Window = settings.Window,
            Format = settings.Format,
            Columns = detected.Columns.Names,
            Positional = detected.Positional,
            OutputPosition = settings.OutputPosition,
            InputFingerprint = inputFingerprint,
            Fingerprint = new Fingerprint()
                .Add(inputFingerprint).Add(layout).Add(settings.ShardBytes).Add(optionsFingerprint).ToString(),
            ObjectCount = input.Objects.Count,
            TotalBytes = input.Objects.Sum(stored => stored.Size),
            Unreadable = input.Faults.Count,
            UnreadableSamples = [.. input.Faults.Take(ReadingReport.MaximumSamples)],
            Shards = shards,
        };
    }

    /// <summary>Writes the plan as <c>plan.json</c> and returns its key.</summary>
    public static async Task<string> WriteAsync(RunPlan plan, RunSettings settings, CancellationToken cancellationToken)
    {
        string key = settings.WorkPrefix + "plan.json";
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(plan, RunJsonContext.Default.RunPlan);
        await settings.Artifacts.PutAsync(key, content, cancellationToken: cancellationToken).ConfigureAwait(false);
        return key;
    }

    private static string InputFingerprint(RunSettings settings, RunInput input)
    {
        Fingerprint fingerprint = new Fingerprint().Add(settings.Window?.Start).Add(settings.Window?.End);
        foreach (StoredObject stored in input.Objects)
        {
            fingerprint.Add(stored.Key).Add(stored.Size).Add(stored.ETag);
            AddHour(fingerprint, input.HourOf(stored.Key));
        }

        foreach (UnreadableSample fault in input.Faults)
        {
            fingerprint.Add(fault.File).Add(fault.Reason);
        }

        return fingerprint.ToString();
    }

    private static string LayoutFingerprint(RunSettings settings, string kind, CaptureLayout detected)
    {
        Fingerprint layout = new Fingerprint()
            .Add(StateVersion).Add(kind).Add((int)settings.Format).Add((int)settings.OutputPosition)
            .Add(settings.Window?.Start).Add(settings.Window?.End);
        AddNames(layout, detected.Columns.Names);
        AddNames(layout, detected.Positional);
        return layout.ToString();
    }

    private static void AddNames(Fingerprint fingerprint, IReadOnlyList<string>? names)
    {
        fingerprint.Add(names?.Count ?? -1);
        foreach (string name in names ?? [])
        {
            fingerprint.Add(name);
        }
    }

    private static string StateKey(RunSettings settings, string layout, List<ShardSegment> segments)
    {
        Fingerprint content = new Fingerprint().Add(layout);
        foreach (ShardSegment segment in segments)
        {
            content.Add(segment.Key).Add(segment.ETag).Add(segment.Size).Add(segment.Offset).Add(segment.Length);
            AddHour(content, segment.Hour);
        }

        return $"{settings.StatePrefix}{content}.state";
    }

    private static void AddHour(Fingerprint fingerprint, DateTimeOffset? hour)
    {
        if (hour is not null)
        {
            fingerprint.Add(hour);
        }
    }
}
