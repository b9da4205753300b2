using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Takes labels one by one from a reader.</summary>
public interface ILabelSink
{
    /// <summary>Takes a label.</summary>
    /// <param name="key">The record that it is of; its event has an id.</param>
    /// <param name="label">The label's text, UTF-8 and not empty; valid during the call.</param>
    void Add(EventKey key, ReadOnlySpan<byte> label);
}
