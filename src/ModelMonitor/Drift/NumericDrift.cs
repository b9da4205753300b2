using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Drift;

/// <summary>Compares the numbers of a column with those of its baseline, sketch against sketch.</summary>
internal static class NumericDrift
{
    public static DriftResult Compare(KllSketch current, KllSketchBuffers baseline, CheckSettings settings)
    {
        LInfinityDistance distance = LInfinityDistance.Between(new SortedView(current), baseline.ToSortedView());
        if (distance.CurrentSize == 0 || distance.ReferenceSize == 0)
        {
            return DriftResult.NotComputed(
                distance.CurrentSize == 0 ? "No value is a number." : "No value of the baseline is a number.");
        }

        return DriftResult.OfDistance(
            DriftMeasure.NumericLInfinity,
            settings.ComparisonMethod == ComparisonMethod.Robust ? distance.Robust : distance.Simple,
            settings.NumericThreshold);
    }
}
