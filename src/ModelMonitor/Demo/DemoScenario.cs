namespace ModelMonitor.Demo;

/// <summary>The story of the demonstration: a model that predicts churn, and customers who change.</summary>
/// <param name="FirstHour">The first hour of traffic; a whole hour, UTC.</param>
/// <param name="Seed">What all randomness is derived from.</param>
/// <param name="TrainingRows">Rows of the training set.</param>
/// <param name="Hours">Hours of traffic.</param>
/// <param name="CleanHours">Hours at the beginning in which customers are as they were in training.</param>
/// <param name="EventsPerHour">Requests in an hour, some of which bear several rows.</param>
/// <param name="FilesPerHour">Capture files in an hour.</param>
public sealed record DemoScenario(
    DateTimeOffset FirstHour,
    ulong Seed = 2026,
    int TrainingRows = 5_000,
    int Hours = 8,
    int CleanHours = 4,
    int EventsPerHour = 1_500,
    int FilesPerHour = 12)
{
    /// <summary>The endpoint's name, the first part of capture keys.</summary>
    public const string Endpoint = "churn-demo";

    /// <summary>The variant's name, the second part of capture keys.</summary>
    public const string Variant = "AllTraffic";

    /// <summary>The hour, from 0, in which a proxy's error page and a cut line have got into a capture file.</summary>
    public const int HourWithUnreadableLines = 2;

    /// <summary>The names of the features that drift after the clean hours.</summary>
    public static IReadOnlyList<string> DriftingFeatures { get; } = ["plan", "day_mins"];

    /// <summary>The customers of an hour.</summary>
    /// <param name="hour">The hour, from 0.</param>
    internal DemoPopulation PopulationOf(int hour) =>
        hour < CleanHours ? DemoPopulation.Usual : DemoPopulation.Drifted(hour - CleanHours);
}
