using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.GroundTruth;
using ModelMonitor.Publishing;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Runs;

/// <summary>A request whose every file has been opened and checked, so that nothing of it can be wrong any more.</summary>
internal sealed class PreparedRun
{
    private readonly RunRequest _request;
    private readonly MonitorDefinition? _monitor;
    private readonly string _kindName;
    private readonly IObjectStore _input;
    private readonly LabelPlace? _labels;
    private readonly string? _partitionedPrefix;

    private PreparedRun(
        RunRequest request,
        MonitorDefinition? monitor,
        (string Name, IPreparedKind Kind) kind,
        IObjectStore input,
        LabelPlace? labels,
        string? partitionedPrefix)
    {
        _request = request;
        _monitor = monitor;
        _kindName = kind.Name;
        _input = input;
        _labels = labels;
        _partitionedPrefix = partitionedPrefix;
        Kind = kind.Kind;
        Artifacts = StorePath.OpenForWriting(request.Output, "--output");
    }

    /// <summary>The kind of monitor, with its baseline.</summary>
    public IPreparedKind Kind { get; }

    /// <summary>Where reports go.</summary>
    public IObjectStore Artifacts { get; }

    /// <summary>Opens and checks what a request names.</summary>
    /// <exception cref="ConfigurationException">Something is missing or does not fit.</exception>
    public static async Task<PreparedRun> PrepareAsync(RunRequest request, CancellationToken cancellationToken)
    {
        MonitorDefinition? monitor = request.Monitor is { } file
            ? await MonitorFile.ReadAsync(file, request.Kind.Kind, cancellationToken).ConfigureAwait(false)
            : null;
        MonitorDefinition effective = WithCompatibility(LabelPlace.WithJoin(request.Kind.ApplyTo(monitor), request), request.Compatibility);
        IKindRunner runner = MonitorKinds.Of(effective);
        IObjectStore input = await StorePath.OpenExistingAsync(request.Capture, "--capture", cancellationToken).ConfigureAwait(false);
        BaselineDocuments baseline = await ReadBaselineAsync(request.Baseline, runner.Baselines, cancellationToken).ConfigureAwait(false);
        IPreparedKind kind = runner.Prepare(effective, baseline, request.Monitor ?? "--monitor");
        string? prefix = monitor is null ? null : await FindCapturesAsync(input, monitor, cancellationToken).ConfigureAwait(false);
        if (prefix is null && monitor is not null && StorePath.IsWithin(request.Output, request.Capture))
        {
            // One folder for everything, as a bucket would be, and no captures yet: no data, rather than the reports as data.
            prefix = ObjectKeys.CapturesOf(monitor.Capture.Prefix, monitor.Endpoint, monitor.Variant);
        }

        if (prefix is null)
        {
            OutputFolder.MustBeApart(request.Output, request.Capture, "--capture");
        }

        if (monitor is null)
        {
            OutputFolder.MustBeApart(request.Output, request.Baseline, "--baseline");
        }

        LabelPlace? labels = await LabelPlace.OpenAsync(request, effective, input, prefix, cancellationToken).ConfigureAwait(false);
        return new PreparedRun(request, monitor, (runner.Name, kind), input, labels, prefix);
    }

    /// <summary>
    /// The windows to run, oldest first: the one asked for; else, with a monitor, the last one its schedule has
    /// due and those before it whose data have changed since, whose labels have grown past a step, or whose runs failed;
    /// else null, for every event.
    /// </summary>
    /// <exception cref="ConfigurationException">The monitor's schedule has no window due.</exception>
    public async Task<IReadOnlyList<TimeWindow?>> FindWindowsAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (_request.Window is not null || _monitor is null)
        {
            return [_request.Window];
        }

        DateTimeOffset now = time.GetUtcNow();
        if (_monitor.LastSettledWindow(now) is not SchedulePeriod period)
        {
            throw new ConfigurationException(
                _request.Monitor!, "$.schedule", $"'{_monitor.Schedule}' has no window that is over; give --window.");
        }

        TimeWindow[] before =
        [
            .. _monitor.WindowsBefore(period, EarlierWindows.LookedBack).Select(earlier => new TimeWindow(earlier.Start, earlier.End)),
        ];
        IReadOnlyList<TimeWindow> again = await EarlierWindows.FindAsync(
            before, window => SettingsFor(window), includesMissed: false, cancellationToken).ConfigureAwait(false);
        TimeWindow due = new(period.Start, period.End);
        if (Kind.Labels is { } request && SettingsFor(due).GroundTruth is { } truth)
        {
            again = await new LabelWindows(_monitor, truth, SettingsFor, now).AddToAsync(again, due, request, cancellationToken).ConfigureAwait(false);
        }

        return [.. again, due];
    }

    /// <summary>A run of a monitor for its publishers; null for one that belongs to no monitor or window.</summary>
    public CommittedRun? ToPublish(RunRecord record) => _monitor is null || record.Window is not { } window
        ? null
        : new CommittedRun(record, _monitor, Artifacts, SettingsFor(window).ReportPrefix)
        {
            BaselineStatistics = Kind.Statistics,
            IsScheduled = _request.Window is null,
        };

    /// <summary>The settings of a window's run.</summary>
    public RunSettings SettingsFor(TimeWindow? window)
    {
        RunSettings settings = _monitor is not null && window is not null
            ? MonitorSettings.Of(_monitor, window, _input, Artifacts, _labels?.Store)
            : new RunSettings { Monitor = _monitor?.Name ?? _kindName, Input = _input, Artifacts = Artifacts, Window = window };
        return settings with
        {
            InputPrefix = _partitionedPrefix ?? "",
            IsHourPartitioned = _partitionedPrefix is not null,
            Format = _request.Format,
            GroundTruth = GroundTruth(settings.GroundTruth),
            BaselinePrefix = StorePath.KeyWithin(_request.Baseline, _request.Output) is { Length: > 0 } folder ? folder + "/" : null,
            Threads = _request.Threads,
        };
    }

    /// <summary>Where labels are: at the path given, else where the monitor has them.</summary>
    private GroundTruthSource? GroundTruth(GroundTruthSource? monitors) => _labels switch
    {
        null => null,
        { IsGiven: false } => monitors,
        _ => (monitors ?? new GroundTruthSource { Store = _labels.Store }) with
        {
            Prefix = "",
            IsHourPartitioned = false,
            IdColumn = _request.Kind.IdColumn ?? monitors?.IdColumn,
            PredictionIdColumn = _request.Format is InputFormat.Capture or InputFormat.Transform ? null : _request.Kind.IdColumn,
        },
    };

    /// <summary>Reads the data-quality baseline of a folder, or the one that a file of it stands for.</summary>
    internal static async Task<Baseline> ReadBaselineAsync(string path, CancellationToken cancellationToken) =>
        BaselineReader.Read(await ReadBaselineAsync(path, BaselineFormat.ConstraintsAndStatistics, cancellationToken).ConfigureAwait(false));

    private static async Task<BaselineDocuments> ReadBaselineAsync(string path, BaselineFormat format, CancellationToken cancellationToken)
    {
        bool isFileOfOne = (StorePath.IsS3(path) || File.Exists(path))
            && format.Names.Contains(Path.GetFileName(path), StringComparer.Ordinal);
        string place = isFileOfOne ? StorePath.FolderOf(path) : path;
        IObjectStore store = await StorePath.OpenExistingAsync(place, "--baseline", cancellationToken).ConfigureAwait(false);
        return await BaselineReader.ReadDocumentsAsync(store, "", path, format, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The monitor as the command line would have it judge. SageMaker Model Monitor has no rules and scripts like ours.</summary>
    private static MonitorDefinition WithCompatibility(MonitorDefinition monitor, Compatibility? compatibility) =>
        (compatibility ?? monitor.Compatibility) == Compatibility.SageMaker
            ? monitor with { Compatibility = Compatibility.SageMaker, Rules = [], Preprocess = null, Postprocess = null }
            : monitor with { Compatibility = Compatibility.Corrected };

    /// <summary>What the keys of the monitor's captures start with; null when they do not lie as an endpoint lays them.</summary>
    private static async Task<string?> FindCapturesAsync(
        IObjectStore input, MonitorDefinition monitor, CancellationToken cancellationToken)
    {
        foreach (string prefix in new[] { monitor.Capture.Prefix, "" })
        {
            string captures = ObjectKeys.CapturesOf(prefix, monitor.Endpoint, monitor.Variant);
            await foreach (StoredObject _ in input.ListAsync(captures, null, cancellationToken).ConfigureAwait(false))
            {
                return captures;
            }
        }

        return null;
    }
}
