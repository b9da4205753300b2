using ModelMonitor.Cli;

using CancellationTokenSource interruption = new();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C ends the work cleanly; a second one ends the process.
    press.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
};
return await CommandLine.Create(Terminal.OfProcess(), TimeProvider.System, Invocation.OfProcess()).RunAsync(args, interruption.Token);
