using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>Columns of the dataset that the baseline lacks. No output of SageMaker's is known; the text mirrors that of missing columns.</summary>
internal sealed class ExtraColumnCheck : IColumnsCheck
{
    public Violation? Check(ColumnsComparison columns)
    {
        bool violated = columns.CountsOnly ? columns.CurrentCount > columns.BaselineCount : columns.Extra.Count > 0;
        return violated
            ? new Violation("Extra columns", CheckTypes.ExtraColumn, columns.Describe("extra", columns.Extra))
            : null;
    }
}
