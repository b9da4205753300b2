using System.CommandLine;

namespace ModelMonitor.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "modelmonitor [command] [options]")]
    [InlineData("-h", "validate <MONITOR>")]
    [InlineData("validate --help", "modelmonitor validate <MONITOR>...")]
    [InlineData("validate --help", "0 clean, 1 violations, 2 wrong usage or configuration, 3 failure")]
    [InlineData("validate --help", "--json")]
    [InlineData("demo --help", "--output <DIR>")]
    [InlineData("baseline --help", "--format <csv|jsonl|parquet>")]
    [InlineData("baseline --help", "promote <VERSION>")]
    [InlineData("baseline diff --help", "modelmonitor baseline diff <A> <B>")]
    [InlineData("run --help", "--window <WINDOW>")]
    [InlineData("run --help", "--format <capture|transform|csv|jsonl|parquet>")]
    [InlineData("invoke --help", "One of BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure,")]
    [InlineData("invoke --help", "events/plan-run.json")]
    [InlineData("compare --help", "--method <NAME>")]
    public async Task RunAsync_Help_ExplainsAndIsClean(string arguments, string expected)
    {
        CommandRun run = await CommandRun.RunAsync(arguments.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Theory]
    [InlineData("", "Required command was not provided.", "'modelmonitor --help'")]
    [InlineData("vaildate", "'vaildate'", "'modelmonitor --help'")]
    [InlineData("validate", "'MONITOR'", "'modelmonitor validate --help'")]
    [InlineData("validate a.json --jsn", "--jsn", "")]
    public async Task RunAsync_WrongUsage_SaysSoOnErrorOutput(string arguments, string fault, string hint)
    {
        CommandRun run = await CommandRun.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(fault, run.Error + run.Output, StringComparison.Ordinal);
        Assert.Contains(hint, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--threads", "0", "--threads: expected 1 to 64, found 0")]
    [InlineData("--threads", "65", "--threads: expected 1 to 64, found 65")]
    [InlineData("--threads", "many", "--threads: expected 1 to 64, found many")]
    [InlineData("--output", "", "--output: expected a path, found nothing")]
    public async Task RunAsync_WrongValue_NamesTheOptionAndWhatWasExpected(string option, string value, string expected)
    {
        CommandRun run = await CommandRun.RunAsync("run", "--capture", "a", "--baseline", "b", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"modelmonitor: {expected}{Environment.NewLine}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownCommand_IsAllThatIsTold()
    {
        CommandRun run = await CommandRun.RunAsync("foo");
        Assert.DoesNotContain("Required command", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FromItsSources_HintsAndHelpCanBePasted()
    {
        const string Program = "dotnet run -c Release --project src/ModelMonitor.Cli --";
        static CommandLine Create(Terminal terminal) => CommandLine.Create(terminal, TimeProvider.System, new Invocation(Program));

        CommandRun wrong = await CommandRun.RunAsync(Create, ["run"]);
        CommandRun help = await CommandRun.RunAsync(Create, ["run", "--help"]);

        Assert.Contains($"Run '{Program} run --help'", wrong.Error, StringComparison.Ordinal);
        Assert.Contains($"  {Program} run [options]", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_MessageThatQuotesAFile_DoesNotSteerTheTerminal()
    {
        CommandRun run = await RunThrowingAsync(new ConfigurationException("a.csv", "", $"column '\u001b[31m\u202e{new string('n', 10_000)}'"));

        Assert.StartsWith("modelmonitor: a.csv: column '·[31m·nnn", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Length, 1_000, 2_100);
    }

    [Fact]
    public async Task RunAsync_ConfigurationException_IsOneLineAndTwo()
    {
        CommandRun run = await RunThrowingAsync(new ConfigurationException("baseline.json", "$.features[3]", "expected a name."));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"modelmonitor: baseline.json: $.features[3]: expected a name.{Environment.NewLine}", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task RunAsync_OtherException_IsOneLineAndThree()
    {
        CommandRun run = await RunThrowingAsync(new IOException("No space left\non device"));

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"modelmonitor: No space left on device{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task RunAsync_OtherExceptionVerbose_ShowsTheTrace()
    {
        CommandRun run = await RunThrowingAsync(new IOException("No space left on device"), "--verbose");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("System.IO.IOException: No space left on device", run.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_IsInterrupted()
    {
        CommandRun run = await RunThrowingAsync(new OperationCanceledException(), cancelled: true);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal($"modelmonitor: interrupted{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task RunAsync_CancelledByItself_IsAFailure()
    {
        CommandRun run = await RunThrowingAsync(new TaskCanceledException("timed out"));
        Assert.Equal((3, $"modelmonitor: timed out{Environment.NewLine}"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task RunAsync_ArgumentBeginningWithAt_IsNoResponseFile()
    {
        CommandRun run = await CommandRun.RunAsync("validate", "@absent");
        Assert.Contains("@absent", run.Output, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunThrowingAsync(Exception exception, string? option = null, bool cancelled = false) =>
        CommandRun.RunAsync(
            terminal =>
            {
                Command command = new("throw");
                command.SetAction((_, _) => Task.FromException<int>(exception));
                return new CommandLine(terminal, new CommonOptions(), Invocation.OfTool, command);
            },
            option is null ? ["throw"] : ["throw", option],
            new CancellationToken(cancelled));
}
