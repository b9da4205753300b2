using ModelMonitor.Runs;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Hashes of options, by which kept states and results are told apart.</summary>
internal static class BiasFingerprint
{
    /// <summary>Of what changes the counts.</summary>
    public static string OfRows(BiasOptions options) => AddRows(new Fingerprint(), options).ToString();

    /// <summary>Of what changes the result.</summary>
    public static string Of(BiasOptions options, byte[] baseline)
    {
        Fingerprint fingerprint = AddRows(new Fingerprint().Add(baseline), options).Add((int)options.Compatibility);
        foreach (BiasStage stage in new[] { BiasStage.PreTraining, BiasStage.PostTraining })
        {
            Add(fingerprint, options.MetricsOf(stage).Select(metric => metric.Name));
        }

        if (!options.IsSageMaker)
        {
            fingerprint.Add(Bits(options.Confidence)).Add(options.MinimumGroupSize);
            foreach ((string metric, AllowedRange range) in options.AllowedRanges.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                fingerprint.Add(metric).Add(Bits(range.Minimum)).Add(Bits(range.Maximum));
            }
        }

        return fingerprint.ToString();
    }

    private static Fingerprint AddRows(Fingerprint fingerprint, BiasOptions options)
    {
        fingerprint.Add("bias").Add(options.Label).Add(options.GroupVariable).Add(options.PredictedLabel).Add(options.Probability);
        fingerprint.Add(Bits(options.ProbabilityThreshold));
        Add(fingerprint.Add((int)options.LabelMatch), options.LabelValues);
        Add(fingerprint, options.LabelHeaders);
        Add(fingerprint, options.Features);
        Add(fingerprint, options.Headers);
        foreach (FacetOptions facet in options.Facets)
        {
            fingerprint.Add(facet.Column);
            Add(fingerprint.Add((int)facet.Match), facet.Values);
        }

        foreach ((string name, string column) in options.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            fingerprint.Add(name).Add(column);
        }

        bool samples = options.MetricsOf(BiasStage.PostTraining).Any(metric => metric.Needs.HasFlag(BiasNeeds.Neighbours));
        return fingerprint.Add(samples ? 1 : 0);
    }

    private static void Add(Fingerprint fingerprint, IEnumerable<string>? names)
    {
        fingerprint.Add(names is null ? -1 : names.Count());
        foreach (string name in names ?? [])
        {
            fingerprint.Add(name);
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
