using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Shows on the error output how far a simulation is. Nothing where that is no terminal.</summary>
internal static class CalibrationProgress
{
    /// <summary>Runs work of so many steps.</summary>
    public static T Show<T>(Terminal terminal, int steps, Func<Action, T> work) => terminal.ProgressScreen is not { } screen
        ? work(() => { })
        : screen.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("simulating", maxValue: Math.Max(1, steps));
                return work(() => task.Increment(1.0));
            });
}
