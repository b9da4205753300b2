using System.Collections;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>Finds windows that are to be judged again because their labels have grown.</summary>
/// <remarks>
/// A window is judged again when the share of its predictions that have a label passes the next of the steps, and once when
/// it closes, if labels came since, unless captures or labels that it was judged by are gone: that report stands. How the share has grown is estimated without a look at any capture: the window's
/// run left a sample of its predictions, and only labels that this has not seen are streamed, once for all windows. The
/// estimate's standard error is at most 0.8 %; a share that is within <see cref="Tolerance"/> below a step counts as having
/// reached it, so that the next run of a window is not planned for the same step again.
/// </remarks>
internal sealed class LabelGrowth
{
    /// <summary>How far below a step a share may be and count as having reached it: 2.5 standard errors.</summary>
    public const double Tolerance = 0.02;

    /// <summary>
    /// The windows looked at together: those of a week by the hour. Each takes up to some 0.4 MB, nearly all of it for the
    /// sample, and labels are streamed once for all of them.
    /// </summary>
    private const int MostAtOnce = 168;

    /// <summary>How far below a step a share is that has reached it but for rounding: 0.7 and 0.1 make 0.7999….</summary>
    private const double Rounding = 1e-9;

    /// <summary>How long after it closed a window is still looked at, so that no outage of the schedule loses its last labels.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromDays(1);

    private readonly GroundTruthSource _source;
    private readonly Func<TimeWindow, RunSettings> _settingsFor;
    private readonly LabelCatalog _labels;
    private readonly DateTimeOffset _now;

    /// <summary>Creates the search.</summary>
    /// <param name="source">Where the labels are, and the steps.</param>
    /// <param name="settingsFor">The settings of a window's run.</param>
    /// <param name="labels">What labels there are for all of the windows.</param>
    /// <param name="now">The time.</param>
    public LabelGrowth(GroundTruthSource source, Func<TimeWindow, RunSettings> settingsFor, LabelCatalog labels, DateTimeOffset now)
    {
        _source = source;
        _settingsFor = settingsFor;
        _labels = labels;
        _now = now;
    }

    /// <summary>Those of the windows that are to be judged again, in their order.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="field">The field that is the label.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<TimeWindow>> FindAsync(
        IReadOnlyList<TimeWindow> windows, string field, CancellationToken cancellationToken)
    {
        List<TimeWindow> grown = [];
        foreach (TimeWindow[] some in windows.Chunk(MostAtOnce))
        {
            Candidate?[] found = await BoundedConcurrency.SelectAsync(some, CandidateOfAsync, cancellationToken).ConfigureAwait(false);
            Candidate[] candidates = [.. found.OfType<Candidate>()];
            await ProbeAsync(
                [.. candidates.Where(candidate => candidate is { Sample: not null, HasAdded: true })], field, cancellationToken).ConfigureAwait(false);
            bool[] isWanted = await BoundedConcurrency.SelectAsync(
                candidates,
                async (candidate, stop) => HasGrown(candidate)
                    && !await HasFailedAsync(candidate, stop).ConfigureAwait(false)
                    && await JudgedObjects.AreThereAsync(
                        _settingsFor(candidate.Window), candidate.Record, _labels.ObjectsOf(candidate.Window), stop).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            grown.AddRange(candidates.Where((_, i) => isWanted[i]).Select(candidate => candidate.Window));
        }

        return grown;
    }

    /// <summary>The window, when it was judged and labels have come since; else null.</summary>
    private async Task<Candidate?> CandidateOfAsync(TimeWindow window, CancellationToken cancellationToken)
    {
        RunSettings settings = _settingsFor(window);
        RunRecord? record = await MonitoringRun.FindRecordAsync(settings, cancellationToken).ConfigureAwait(false);
        if (record is not { IsDone: true, GroundTruth: { Predictions: > 0 } truth } || record.Window != window
            || LabelCatalog.FingerprintOf(_labels.ObjectsOf(window)) == truth.Fingerprint)
        {
            return null;
        }

        bool isClosed = _now >= _source.ClosingOf(window);
        if (isClosed && record.StartedAt >= _source.ClosingOf(window))
        {
            // It was judged a last time: whatever appears in old folders now does not count.
            return null;
        }

        SampleProgress progress = new(settings.Artifacts, PlanFiles.KeyOf(settings, record.Fingerprint));
        SeenLabels seen = isClosed
            ? await progress.FindJudgedAsync(cancellationToken).ConfigureAwait(false)
            : await progress.FindSeenAsync(cancellationToken).ConfigureAwait(false);
        BitArray added = new(_labels.Objects.Count);
        foreach (int place in _labels.PlacesOf(window))
        {
            added[place] = !seen.Contains(_labels.Objects[place]);
        }

        PredictionSample? first = isClosed ? null : await progress.FindFirstAsync(cancellationToken).ConfigureAwait(false);
        if (first is null)
        {
            return new Candidate(window, record, truth, progress, added, isClosed, Sample: null, LabelledBefore: 0);
        }

        int before = LabelledOf(first);
        if (await progress.FindLastAsync(cancellationToken).ConfigureAwait(false) is { } last)
        {
            first.MergeFrom(last);
        }

        return new Candidate(window, record, truth, progress, added, isClosed, first, before);
    }

    /// <summary>Reads the labels that any of the windows lacks once, and marks the sampled predictions that they are of.</summary>
    private async Task ProbeAsync(IReadOnlyList<Candidate> candidates, string field, CancellationToken cancellationToken)
    {
        BitArray wanted = new(_labels.Objects.Count);
        LabelProbe probe = new();
        foreach (Candidate candidate in candidates)
        {
            wanted.Or(candidate.Added);
            probe.Add(candidate.Sample!, candidate.Added);
        }

        int[] places = [.. Enumerable.Range(0, wanted.Count).Where(place => wanted[place])];
        await LabelObjectsReader.ReadAsync(
            _source,
            field,
            [.. places.Select(place => _labels.Objects[place])],
            probe,
            new ReadingReport(),
            i => probe.Place = places[i],
            cancellationToken).ConfigureAwait(false);
        foreach (Candidate candidate in candidates)
        {
            await candidate.Progress.KeepAsync(
                candidate.Sample!, SeenLabels.Of(_labels.ObjectsOf(candidate.Window)), cancellationToken).ConfigureAwait(false);
        }
    }

    private bool HasGrown(Candidate candidate)
    {
        if (candidate.IsClosed)
        {
            return candidate.HasAdded;
        }

        double share = candidate.Truth.LabelledShare;
        if (candidate.Sample is not { } sample)
        {
            // Without a sample, which is there unless someone removed it, only another run can tell.
            return share < 1 && candidate.HasAdded;
        }

        double tolerance = sample.IsFull ? Tolerance : 0;
        double estimate = share + (double)(LabelledOf(sample) - candidate.LabelledBefore) / Math.Max(1, sample.Events.Count);
        return _source.Steps.Any(step => share < step - tolerance - Rounding && estimate >= step - Rounding);
    }

    private async Task<bool> HasFailedAsync(Candidate candidate, CancellationToken cancellationToken) =>
        await EarlierWindows.FailuresSinceAsync(_settingsFor(candidate.Window), candidate.Record, cancellationToken).ConfigureAwait(false)
            >= EarlierWindows.MostAttempts;

    private static int LabelledOf(PredictionSample sample) => sample.Events.Count(sampled => sampled.IsLabelled);

    /// <param name="Window">The window.</param>
    /// <param name="Record">What it was judged to be.</param>
    /// <param name="Truth">What was known of its ground truth then.</param>
    /// <param name="Progress">What is kept of looks at it since.</param>
    /// <param name="Added">The places of the objects with labels that it has not seen; of a closed window, of those that it was not judged by.</param>
    /// <param name="IsClosed">Whether it takes in no more labels.</param>
    /// <param name="Sample">The sample of its predictions; null when it is closed, or the sample is gone.</param>
    /// <param name="LabelledBefore">How many of the sample had a label when it was judged.</param>
    private sealed record Candidate(
        TimeWindow Window,
        RunRecord Record,
        GroundTruthFinding Truth,
        SampleProgress Progress,
        BitArray Added,
        bool IsClosed,
        PredictionSample? Sample,
        int LabelledBefore)
    {
        public bool HasAdded => Added.HasAnySet();
    }
}
