using ModelMonitor.Exports;

namespace ModelMonitor.Cli.Exporting;

/// <summary>What <c>modelmonitor export</c> is asked to do.</summary>
/// <param name="Artifacts">Where reports are.</param>
/// <param name="Selection">Which runs.</param>
/// <param name="Form">What is written.</param>
/// <param name="Target">The file or folder that is written.</param>
internal sealed record ExportRequest(string Artifacts, RunSelection Selection, ExportForm Form, string Target);
