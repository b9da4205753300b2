namespace ModelMonitor.GroundTruth;

/// <summary>Takes the lines, too, that labels in SageMaker's form are read from.</summary>
internal interface ILabelLineSink : ILabelSink
{
    /// <summary>Takes a line, after its labels.</summary>
    /// <param name="id">The hash of the event's id.</param>
    /// <param name="line">The line, valid JSON; valid during the call.</param>
    void AddLine(UInt128 id, ReadOnlySpan<byte> line);
}
