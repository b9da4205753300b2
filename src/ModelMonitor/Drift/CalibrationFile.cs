using System.Text.Json;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Storage;

namespace ModelMonitor.Drift;

/// <summary>Reads and keeps what was simulated from a version of a baseline.</summary>
/// <param name="store">Where the baseline is.</param>
/// <param name="key">The key of its <c>calibration.json</c>.</param>
/// <param name="baseline">The hash of the baseline.</param>
internal sealed class CalibrationFile(IObjectStore store, string key, string baseline)
{
    /// <summary>What is known of the baseline; nothing where the file is missing, damaged, or of another baseline or simulation.</summary>
    public async Task<NullDistributions> ReadAsync(CancellationToken cancellationToken)
    {
        byte[]? file = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        return new NullDistributions(file is null ? [] : Parse(file));
    }

    /// <summary>Keeps what has become known. Of two runs at once the later one's file stays: what it lacks is simulated again.</summary>
    public async Task KeepAsync(NullDistributions nulls, CancellationToken cancellationToken)
    {
        if (!nulls.HasNews)
        {
            return;
        }

        CalibrationDocument document = new()
        {
            Baseline = baseline,
            Distributions =
            [
                .. nulls.Known.Select(pair => new CalibratedNull(
                    pair.Key.Column, pair.Key.Method, pair.Key.RowCountClass, pair.Value?.Mean, pair.Value?.StandardDeviation)),
            ],
        };
        await store.PutAsync(
            key,
            JsonSerializer.SerializeToUtf8Bytes(document, CalibrationJsonContext.Default.CalibrationDocument),
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private Dictionary<NullKey, NullDistribution?> Parse(byte[] file)
    {
        Dictionary<NullKey, NullDistribution?> known = [];
        try
        {
            if (JsonSerializer.Deserialize(file, CalibrationJsonContext.Default.CalibrationDocument) is
                { Version: CalibrationDocument.CurrentVersion } document && document.Baseline == baseline)
            {
                foreach (CalibratedNull one in (document.Distributions ?? []).OfType<CalibratedNull>())
                {
                    known[new NullKey(one.Column, one.Method, one.RowCountClass)] =
                        one is { Mean: { } mean, StandardDeviation: { } deviation } ? new NullDistribution(mean, deviation) : null;
                }
            }
        }
        catch (JsonException)
        {
            known.Clear();
        }

        return known;
    }
}
