using System.Globalization;
using System.Text;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Finds what a run has to read and cuts it into shards.</summary>
public static class RunPlanner
{
    /// <summary>
    /// The size in bytes beyond which an object that cannot be divided (gzip, Parquet) may take longer than a
    /// function can: 1 GiB, tenfold when unpacked. It is planned all the same, and the plan and the record say so.
    /// </summary>
    public const long LargestIndivisibleBytes = 1L << 30;

    /// <summary>Raised when shard states change their meaning, so that stored ones are not mistaken for new.</summary>
    private const int StateVersion = 1;

    private const int MostNotes = 10;

    /// <summary>Plans a run of a monitor kind; a plan without shards means that there are no data.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="kind">The kind of monitor, with its baseline.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public static async Task<RunPlan> PlanAsync<TState>(
        RunSettings settings, IMonitorKind<TState> kind, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        InputCatalog catalog = await InputCatalog.ListAsync(settings, settings.Window, cancellationToken).ConfigureAwait(false);
        return await PlanAsync(settings, kind, catalog, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans the reading of some data.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="profiler">What becomes of the rows.</param>
    /// <param name="optionsFingerprint">A hash of what else the result depends on.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public static async Task<RunPlan> PlanAsync<TState>(
        RunSettings settings, IRowProfiler<TState> profiler, string optionsFingerprint, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        InputCatalog catalog = await InputCatalog.ListAsync(settings, settings.Window, cancellationToken).ConfigureAwait(false);
        return await PlanAsync(settings, profiler, optionsFingerprint, catalog, labels: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans a run of what is listed already; of labels, those of null are listed when they are wanted.</summary>
    internal static async Task<RunPlan> PlanAsync<TState>(
        RunSettings settings, IMonitorKind<TState> kind, InputCatalog catalog, CancellationToken cancellationToken, LabelCatalog? labels = null)
        where TState : IMergeableState<TState>
    {
        RunPlan plan = await PlanAsync(
            settings, kind, kind.OptionsFingerprint, catalog, labels, cancellationToken).ConfigureAwait(false);
        return plan with { BaselineVersion = kind.BaselineVersion };
    }

    /// <summary>A hash of the window and of what there is to read in it, without a look into any object.</summary>
    internal static string InputFingerprint(TimeWindow? window, RunInput input)
    {
        Fingerprint fingerprint = new Fingerprint().Add(window?.Start).Add(window?.End);
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

    private static async Task<RunPlan> PlanAsync<TState>(
        RunSettings settings,
        IRowProfiler<TState> profiler,
        string optionsFingerprint,
        InputCatalog catalog,
        LabelCatalog? labels,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        if (profiler.Preprocesses && settings.Format != InputFormat.Capture)
        {
            throw new ConfigurationException(
                $"monitor {settings.Monitor}", "$.preprocess", "a script makes rows of captured records only; expected captures as input.");
        }

        RunInput input = await catalog.InputOfAsync(settings.Window, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<LabelObject>? joined = await LabelsOfAsync(settings, profiler, labels, cancellationToken).ConfigureAwait(false);
        string? labelsFingerprint = joined is null ? null : LabelCatalog.FingerprintOf(joined);
        string? join = labelsFingerprint is null ? null : JoinFingerprint(settings.GroundTruth!, profiler.Labels!, labelsFingerprint);
        PlannedPart[] parts = await BoundedConcurrency.SelectAsync(
            PartsOf(settings),
            async (window, stop) =>
            {
                RunInput own = window == settings.Window ? input : await catalog.InputOfAsync(window, stop).ConfigureAwait(false);
                return await PlanPartAsync(settings with { Window = window }, profiler, own, join, stop).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

        List<RowLayout> layouts = [];
        Dictionary<string, int> layoutNumbers = new(StringComparer.Ordinal);
        List<Shard> shards = [];
        string inputFingerprint = InputFingerprint(settings.Window, input);
        Fingerprint fingerprint = new Fingerprint().Add(inputFingerprint);
        foreach (PlannedPart part in parts)
        {
            Fingerprint names = new();
            part.Layout.AddTo(names);
            if (layoutNumbers.TryAdd(names.ToString(), layouts.Count))
            {
                layouts.Add(part.Layout);
            }

            fingerprint.Add(part.Fingerprint);
            shards.AddRange(part.Shards.Select(shard => shard with
            {
                Layout = layoutNumbers[names.ToString()],
                Window = part.Window == settings.Window ? null : part.Window,
            }));
        }

        return new RunPlan
        {
            Monitor = settings.Monitor,
            Kind = profiler.Name,
            Window = settings.Window,
            Format = settings.Format,
            Layouts = layouts,
            OutputPosition = settings.OutputPosition,
            InputFingerprint = inputFingerprint,
            OptionsFingerprint = optionsFingerprint,
            RowsFingerprint = profiler.RowsFingerprint,
            Fingerprint = fingerprint.Add(settings.ShardBytes).Add(optionsFingerprint).ToString(),
            ObjectCount = input.Objects.Count,
            TotalBytes = input.Objects.Sum(stored => stored.Size),
            ShardCount = shards.Count,
            Unreadable = input.Faults.Count,
            UnreadableSamples = [.. input.Faults.Take(ReadingReport.MaximumSamples)],
            Notes = NotesOn(shards),
            LabelsFingerprint = labelsFingerprint,
            Labels = joined ?? [],
            Shards = shards,
        };
    }

    private static async Task<IReadOnlyList<LabelObject>?> LabelsOfAsync<TState>(
        RunSettings settings, IRowProfiler<TState> profiler, LabelCatalog? labels, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        if (settings.GroundTruth is not { } truth || profiler.Labels is null)
        {
            return null;
        }

        labels ??= await LabelCatalog.ListAsync(
            truth, settings.Window, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return [.. labels.ObjectsOf(settings.Window)];
    }

    /// <summary>A hash of what the rows of a shard become when they are joined: a state made of them depends on all labels.</summary>
    private static string JoinFingerprint(GroundTruthSource settings, LabelRequest request, string labels)
    {
        Fingerprint fingerprint = new Fingerprint().Add(labels);
        settings.AddTo(fingerprint);
        request.AddTo(fingerprint);
        return fingerprint.ToString();
    }

    /// <summary>
    /// The windows whose shards the run is made of: its hours, cut exactly as an hourly run of the same columns
    /// cuts them, so that states made for one serve the other; otherwise its own window.
    /// </summary>
    private static TimeWindow?[] PartsOf(RunSettings settings) =>
        settings is { IsHourPartitioned: true, Format: InputFormat.Capture, Window: { } window }
            ? [.. CaptureHours.HoursOf(window)]
            : [settings.Window];

    private static async Task<PlannedPart> PlanPartAsync<TState>(
        RunSettings settings, IRowProfiler<TState> profiler, RunInput input, string? join, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        InputSurvey survey = await InputSurveyor.SurveyAsync(
            settings, profiler.BaselineColumns, input.Objects, cancellationToken).ConfigureAwait(false);
        Fingerprint hash = new Fingerprint()
            .Add(StateVersion).Add(profiler.Name).Add((int)settings.Format).Add((int)settings.OutputPosition)
            .Add(settings.Window?.Start).Add(settings.Window?.End);
        RowLayout rowLayout = profiler.Preprocesses ? new RowLayout([], Positional: null) : survey.Layout;
        rowLayout.AddTo(hash);
        if (profiler.RowsFingerprint is { } rows)
        {
            hash.Add(rows);
        }

        if (join is not null)
        {
            hash.Add(join);
        }

        string layout = hash.ToString();
        HashSet<string> divisible = new(survey.Divisible, StringComparer.Ordinal);
        List<Shard> shards = [];
        foreach (List<ShardSegment> segments in ShardCutter.Cut(
            input.Objects, settings.ShardBytes, stored => divisible.Contains(stored.Key), isForFunctions: settings.KeepStates))
        {
            List<ShardSegment> timed = segments.ConvertAll(segment => segment with { Hour = input.HourOf(segment.Key) });
            int? part = join is not null && settings.GroundTruth is { WritesMerged: true } ? shards.Count : null;
            shards.Add(new Shard(StateKey(settings, layout, timed), timed) { Part = part });
        }

        return new PlannedPart(settings.Window, rowLayout, layout, shards);
    }

    private static string[] NotesOn(IEnumerable<Shard> shards) =>
    [
        .. shards.SelectMany(shard => shard.Segments)
            .Where(segment => segment.IsWhole && segment.Size > LargestIndivisibleBytes)
            .Select(segment => segment.Key).Distinct(StringComparer.Ordinal).Take(MostNotes)
            .Select(key => string.Create(
                CultureInfo.InvariantCulture,
                $"{Excerpt.Of(Encoding.UTF8.GetBytes(key))} cannot be divided and is larger than {LargestIndivisibleBytes} bytes: its shard may take longer than a function can.")),
    ];

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

    private sealed record PlannedPart(TimeWindow? Window, RowLayout Layout, string Fingerprint, IReadOnlyList<Shard> Shards);
}
