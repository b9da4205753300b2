using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Drift;

/// <summary>The smallest change of a column that is seen.</summary>
/// <param name="Name">The column.</param>
/// <param name="Change">What changes; the sizes are standard deviations of the mean, otherwise shares of the rows.</param>
/// <param name="WithinOne">The smallest seen within one window four times out of five; null when none is.</param>
/// <param name="WithinThree">Within three windows.</param>
/// <param name="WithinTwelve">Within twelve.</param>
public sealed record FeatureSensitivity(
    string Name, SimulatedChange Change, double? WithinOne, double? WithinThree, double? WithinTwelve);
