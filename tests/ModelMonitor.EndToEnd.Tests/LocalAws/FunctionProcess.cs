namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>A process of a function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Handler">Its handler.</param>
/// <param name="Memory">What it may use, in MB.</param>
/// <param name="Pid">The process's id.</param>
/// <param name="Alive">Whether it is still kept.</param>
/// <param name="Served">The invocations it served.</param>
/// <param name="PeakKilobytes">The most memory it had resident, measured after each invocation.</param>
internal sealed record FunctionProcess(string Function, string Handler, int Memory, int Pid, bool Alive, int Served, long PeakKilobytes);
