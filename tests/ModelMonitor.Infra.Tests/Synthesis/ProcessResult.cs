namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>What a process came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All that it wrote, to either stream.</param>
internal sealed record ProcessResult(int ExitCode, string Output);
