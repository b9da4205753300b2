using System.Text.Json;
using ModelMonitor.Capture;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Looks into the objects of a window, or finds again what was seen of the very same objects before.</summary>
/// <remarks>
/// Where states are kept, so is the survey, under a hash of what it depends on. So a day that is made of hours
/// already judged opens none of their objects, and follows their hours' layouts whatever order they are read in.
/// </remarks>
internal static class InputSurveyor
{
    /// <summary>Surveys the objects.</summary>
    /// <param name="settings">The run; its window is that of the objects.</param>
    /// <param name="baselineColumns">The columns of the baseline in order; null for none.</param>
    /// <param name="objects">The objects in the order they are read.</param>
    /// <param name="cancellationToken">Stops the survey.</param>
    public static async Task<InputSurvey> SurveyAsync(
        RunSettings settings,
        IReadOnlyList<string>? baselineColumns,
        IReadOnlyList<StoredObject> objects,
        CancellationToken cancellationToken)
    {
        if (!settings.KeepStates || objects.Count == 0)
        {
            return await LookAsync(settings, baselineColumns, objects, cancellationToken).ConfigureAwait(false);
        }

        string key = KeyOf(settings, baselineColumns, objects);
        if (await ReadAsync(settings.Artifacts, key, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        InputSurvey survey = await LookAsync(settings, baselineColumns, objects, cancellationToken).ConfigureAwait(false);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(survey, ShardJsonContext.Default.InputSurvey);
        await settings.Artifacts.PutAsync(key, content, PutCondition.Absent, cancellationToken).ConfigureAwait(false);
        return survey;
    }

    private static async Task<InputSurvey> LookAsync(
        RunSettings settings,
        IReadOnlyList<string>? baselineColumns,
        IReadOnlyList<StoredObject> objects,
        CancellationToken cancellationToken)
    {
        CaptureLayout detected = await LayoutDetection.DetectAsync(
            settings, baselineColumns, objects, cancellationToken).ConfigureAwait(false);
        HashSet<string> divisible = await ObjectDivision.FindAsync(settings, objects, cancellationToken).ConfigureAwait(false);
        return new InputSurvey(
            new RowLayout(detected.Columns.Names, detected.Positional), [.. divisible.Order(StringComparer.Ordinal)]);
    }

    private static string KeyOf(RunSettings settings, IReadOnlyList<string>? baselineColumns, IReadOnlyList<StoredObject> objects)
    {
        Fingerprint fingerprint = new Fingerprint()
            .Add((int)settings.Format).Add((int)settings.OutputPosition).Add(settings.ShardBytes);
        new RowLayout(baselineColumns ?? [], Positional: null).AddTo(fingerprint);
        foreach (StoredObject stored in objects)
        {
            fingerprint.Add(stored.Key).Add(stored.Size).Add(stored.ETag);
        }

        return $"{settings.StatePrefix}{fingerprint}.layout.json";
    }

    private static async Task<InputSurvey?> ReadAsync(IObjectStore store, string key, CancellationToken cancellationToken)
    {
        byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize(content, ShardJsonContext.Default.InputSurvey);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
