using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>One thing that is checked of the columns as a whole.</summary>
internal interface IColumnsCheck
{
    /// <summary>The violation; null when the columns are as they should be.</summary>
    Violation? Check(ColumnsComparison columns);
}
