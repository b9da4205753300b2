using System.Text.Json.Serialization;

namespace ModelMonitor.Drift;

/// <summary><c>calibration.json</c> beside a version of a baseline: the null distributions simulated from it so far.</summary>
/// <remarks>It spares later runs the simulation and changes no result: the seed of each comes from what it is of.</remarks>
internal sealed record CalibrationDocument
{
    /// <summary>Raised when simulations change, so that older ones are made anew.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The format, and the simulation, of this file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The hash of the baseline that they are of.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>The distributions, ordered by column, method and size.</summary>
    public IReadOnlyList<CalibratedNull> Distributions { get; init; } = [];
}

/// <summary>A null distribution and what it is of.</summary>
/// <param name="Column">The column.</param>
/// <param name="Method">The method's identifier.</param>
/// <param name="RowCountClass">The size of the window: rows are the square root of 2 to this power.</param>
/// <param name="Mean">The statistic's mean; null where draws of the baseline could not be compared.</param>
/// <param name="StandardDeviation">Its standard deviation; null likewise.</param>
internal sealed record CalibratedNull(string Column, string Method, int RowCountClass, double? Mean, double? StandardDeviation);

/// <summary>The JSON of <see cref="CalibrationDocument"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(CalibrationDocument))]
internal sealed partial class CalibrationJsonContext : JsonSerializerContext;
