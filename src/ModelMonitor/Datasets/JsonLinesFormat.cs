namespace ModelMonitor.Datasets;

/// <summary>A JSON object on each line, whose nested objects become columns <c>a.b</c>; or a JSON array, whose items are columns by position.</summary>
public sealed record JsonLinesFormat : DatasetFormat
{
    /// <summary>By name, as the original lists the columns of JSON datasets.</summary>
    public override ColumnOrder ColumnOrder => ColumnOrder.ByName;
}
