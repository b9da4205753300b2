namespace ModelMonitor.Runs;

/// <summary>How far a run or a baseline is.</summary>
/// <param name="BytesDone">Bytes read, as stored.</param>
/// <param name="BytesTotal">Bytes to read in all.</param>
public readonly record struct RunProgress(long BytesDone, long BytesTotal);
