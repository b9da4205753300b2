namespace ModelMonitor.Statistics.Fairness;

/// <summary>The shares of the two labels on both sides of a facet, aligned.</summary>
internal readonly ref struct LabelShares
{
    private const string NothingInCommon = "No instance of common facet found, dataset may be too small";

    private LabelShares(double[] advantaged, double[] disadvantaged)
    {
        Advantaged = advantaged;
        Disadvantaged = disadvantaged;
    }

    /// <summary>The shares outside the sensitive facet, the negative label's first.</summary>
    public ReadOnlySpan<double> Advantaged { get; }

    /// <summary>The shares in it.</summary>
    public ReadOnlySpan<double> Disadvantaged { get; }

    /// <summary>Takes the shares.</summary>
    /// <param name="counts">The counts; they say what becomes of labels that one side lacks.</param>
    /// <param name="shares">The shares, when the result is null.</param>
    /// <returns>Why there are none; null when there are.</returns>
    public static string? TryOf(FacetCounts counts, out LabelShares shares)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        shares = default;
        if (counts.DropsAbsentLabels)
        {
            List<double> common = [];
            List<double> others = [];
            Add(common, others, a.LabelledNegative, a.Labelled, d.LabelledNegative, d.Labelled);
            Add(common, others, a.LabelledPositive, a.Labelled, d.LabelledPositive, d.Labelled);
            shares = new LabelShares([.. common], [.. others]);
            return common.Count == 0 ? NothingInCommon : null;
        }

        if (Rates.Emptiness(a.Labelled, d.Labelled) is string reason)
        {
            return reason;
        }

        shares = new LabelShares(
            [a.LabelledNegative / (double)a.Labelled, a.LabelledPositive / (double)a.Labelled],
            [d.LabelledNegative / (double)d.Labelled, d.LabelledPositive / (double)d.Labelled]);
        return null;
    }

    /// <summary>The Kullback-Leibler divergence, natural logarithm; infinite where <paramref name="q"/> lacks what <paramref name="p"/> has.</summary>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0.0;
        for (int i = 0; i < p.Length; i++)
        {
            sum += p[i] == 0.0 ? 0.0 : p[i] * Math.Log(p[i] / q[i]);
        }

        return sum;
    }

    /// <summary>The same of two shares of the positive label.</summary>
    public static double Divergence(double p, double q) => Math.Max(0.0, Divergence([1.0 - p, p], [1.0 - q, q]));

    private static void Add(List<double> common, List<double> others, long a, long allA, long d, long allD)
    {
        if (a > 0 && d > 0)
        {
            common.Add(a / (double)allA);
            others.Add(d / (double)allD);
        }
    }
}
