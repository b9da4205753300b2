using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>Reads the <c>inferred_type</c> of a feature.</summary>
internal static class InferredTypeWord
{
    public static InferredType Read(JsonPlace type) => type.Word() switch
    {
        "Unknown" => InferredType.Unknown,
        "String" => InferredType.String,
        "Integral" => InferredType.Integral,
        "Fractional" => InferredType.Fractional,
        _ => throw type.Unexpected("Unknown, String, Integral or Fractional"),
    };
}
