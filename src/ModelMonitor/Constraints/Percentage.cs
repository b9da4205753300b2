using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>Writes shares as SageMaker's descriptions have them.</summary>
internal static class Percentage
{
    /// <summary>A share as a percentage without its sign: <c>99.64592817400101</c>.</summary>
    public static string Of(double share) => JavaDouble.ToString(share * 100.0);
}
