namespace ModelMonitor.Profiling;

/// <summary>Takes rows batch by batch from a reader.</summary>
public interface IRowSink
{
    /// <summary>Takes all rows of a batch, which the caller clears afterwards.</summary>
    void Add(RowBatch batch);
}
