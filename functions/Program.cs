using ModelMonitor.Functions.Runtime;

// Log lines and metrics share standard output, where a line is one write.
Stream output = Stream.Synchronized(Console.OpenStandardOutput());
FunctionProcess process = new(Environment.GetEnvironmentVariable, Environment.SetEnvironmentVariable, output, TimeProvider.System);
return await process.RunAsync(CancellationToken.None);
