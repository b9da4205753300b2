using System.Globalization;
using BenchmarkDotNet.Running;
using ModelMonitor.Benchmarks.Bias;
using ModelMonitor.Benchmarks.Costs;
using ModelMonitor.Benchmarks.GroundTruth;
using ModelMonitor.Benchmarks.Quality;
using ModelMonitor.Benchmarks.Rules;
using ModelMonitor.Benchmarks.Signals;
using ModelMonitor.Benchmarks.Sites;
using ModelMonitor.Benchmarks.Throughput;

// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- throughput [--rows N] [--rounds N]
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- cost
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- site
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- rules
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- quality
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- bias
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- signals [--rows N]
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- join [--rows N]
// dotnet run -c Release --project bench/ModelMonitor.Benchmarks -- --filter '*'      (BenchmarkDotNet)
if (args is ["throughput", .. string[] options])
{
    return await ThroughputComparison.RunAsync(options).ConfigureAwait(false);
}

if (args is ["cost"])
{
    Console.Out.Write(CostTable.Write());
    Console.Out.WriteLine();
    Console.Out.Write(StageTable.Write());
    return 0;
}

if (args is ["site"])
{
    return await SiteMeasurement.RunAsync(Console.Out).ConfigureAwait(false);
}

if (args is ["rules"])
{
    return RuleMeasurement.Run(Console.Out);
}

if (args is ["join", .. string[] joinOptions])
{
    return JoinMeasurement.Run(Console.Out, joinOptions);
}

if (args is ["quality"])
{
    return QualityMeasurement.Run(Console.Out);
}

if (args is ["bias"])
{
    return BiasMeasurement.Run(Console.Out);
}

if (args is ["signals", .. string[] signalOptions])
{
    int? rows = signalOptions is ["--rows", string number] ? int.Parse(number, CultureInfo.InvariantCulture) : null;
    SignalTables.Write(Console.Out, Console.Error, rows);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
