using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>Columns of the baseline that the dataset lacks.</summary>
internal sealed class MissingColumnCheck : IColumnsCheck
{
    public Violation? Check(ColumnsComparison columns)
    {
        bool violated = columns.CountsOnly ? columns.CurrentCount < columns.BaselineCount : columns.Missing.Count > 0;
        return violated
            ? new Violation("Missing columns", CheckTypes.MissingColumn, columns.Describe("missing", columns.Missing))
            : null;
    }
}
