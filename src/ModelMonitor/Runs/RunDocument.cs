namespace ModelMonitor.Runs;

/// <summary>A file of a run's report.</summary>
/// <param name="Name">Its name, such as <c>statistics.json</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="OnlyIfPresent">
/// Whether it is written only in place of one of an earlier run: SageMaker writes no violations file when there
/// are none, but one that is there must not outlive the run it was right for.
/// </param>
public sealed record RunDocument(string Name, ReadOnlyMemory<byte> Content, bool OnlyIfPresent = false);
