using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Shows on the error output how far reading is: bytes, rate and time left. Nothing where that is no terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work while showing its progress; the bar is gone when the work is done.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work, which is given null when nobody would see it.</param>
    public static Task<T> ShowAsync<T>(Terminal terminal, string title, Func<IProgress<RunProgress>?, Task<T>> work) =>
        terminal.ProgressScreen is not { } screen
            ? work(null)
            : screen.Progress()
                .AutoClear(true)
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn { Width = 24 },
                    new PercentageColumn(),
                    new DownloadedColumn { Base = FileSizeBase.Decimal },
                    new TransferSpeedColumn { Base = FileSizeBase.Decimal },
                    new RemainingTimeColumn())
                .StartAsync(context => work(new Reporter(context.AddTask(Markup.Escape(title), maxValue: 1.0))));

    /// <summary>Passes reports on at once; they may come from several threads, and out of order.</summary>
    private sealed class Reporter(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (task)
            {
                task.MaxValue = Math.Max(1, value.BytesTotal);
                task.Value = Math.Max(task.Value, value.BytesDone);
            }
        }
    }
}
