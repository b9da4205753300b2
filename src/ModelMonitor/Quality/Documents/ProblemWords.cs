using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Quality.Documents;

/// <summary>The names of the members that hold a problem's metrics and constraints.</summary>
internal static class ProblemWords
{
    public static string Metrics(ProblemType problem) => Word(problem) + "_metrics";

    public static string Constraints(ProblemType problem) => Word(problem) + "_constraints";

    private static string Word(ProblemType problem) => problem switch
    {
        ProblemType.Regression => "regression",
        ProblemType.BinaryClassification => "binary_classification",
        _ => "multiclass_classification",
    };
}
