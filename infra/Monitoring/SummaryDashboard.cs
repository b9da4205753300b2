using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>All monitors side by side, and the machinery that they share.</summary>
internal sealed class SummaryDashboard : Construct
{
    private const double Half = 12;
    private const int LinksPerLine = 8;

    /// <summary>The most lines of one graph.</summary>
    private const int MetricsPerGraph = 500;

    private static readonly MetricOptions Sums = new() { Statistic = Stats.SUM, Period = Duration.Minutes(5) };
    private static readonly MetricOptions Longest = new() { Statistic = Stats.MAXIMUM, Period = Duration.Minutes(5) };

    private readonly IReadOnlyList<MonitorPanel> _monitors;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="monitors">The monitors.</param>
    /// <param name="deploymentAlarms">The alarms of what they share.</param>
    /// <param name="machine">The state machine.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="pages">The pages of reports.</param>
    public SummaryDashboard(
        Construct scope,
        string id,
        IReadOnlyList<MonitorPanel> monitors,
        IReadOnlyList<Alarm> deploymentAlarms,
        StateMachine machine,
        MonitoringFunctions functions,
        ReportPages pages)
        : base(scope, id)
    {
        _monitors = monitors;
        Dashboard = new Dashboard(this, "Dashboard", new DashboardProps { PeriodOverride = PeriodOverride.INHERIT });
        Dashboard.AddWidgets(Links(pages));
        Dashboard.AddWidgets(AlarmPanels.Of("Monitors", monitors.SelectMany(monitor => monitor.Alarms)));
        Dashboard.AddWidgets(AlarmPanels.Of("Deployment", deploymentAlarms));
        Dashboard.AddWidgets(ByMonitor("Violations", MetricNames.Violations), ByMonitor("Rows", MetricNames.Rows));
        Dashboard.AddWidgets(ByMonitor("Run time, seconds", MetricNames.RunSeconds), ByMonitor("Cost, US dollars", MetricNames.CostUsd));
        Dashboard.AddWidgets(
            Graph("Executions", machine.MetricStarted(Sums), machine.MetricSucceeded(Sums), machine.MetricFailed(Sums)),
            Graph("Errors of functions", [.. functions.All.Select(function => function.Function.MetricErrors(Sums))]));
        Dashboard.AddWidgets(
            Graph("Longest durations of functions", [.. functions.All.Select(function => function.Function.MetricDuration(Longest))]),
            Graph("Invocations of functions", [.. functions.All.Select(function => function.Function.MetricInvocations(Sums))]));
    }

    /// <summary>The dashboard.</summary>
    public Dashboard Dashboard { get; }

    private TextWidget Links(ReportPages pages)
    {
        string[] monitors = [.. _monitors.Select(monitor => monitor.Monitor).Distinct(StringComparer.Ordinal)];
        return new TextWidget(new TextWidgetProps
        {
            Markdown = $"# Reports\n[All monitors]({pages.Index}): "
                + string.Join(", ", monitors.Select(monitor => $"[{monitor}]({pages.OfMonitor(monitor)})")),
            Width = 24,
            Height = Math.Clamp(2 + Math.Ceiling(monitors.Length / (double)LinksPerLine), 2, 12),
        });
    }

    private GraphWidget ByMonitor(string title, string metric) => Graph(
        title, [.. _monitors.Take(MetricsPerGraph).Select(monitor => monitor.Metrics.OfMonitor(metric, Stats.MAXIMUM))]);

    private static GraphWidget Graph(string title, params IMetric[] metrics) => new(new GraphWidgetProps
    {
        Title = title,
        Left = metrics,
        LeftYAxis = new YAxisProps { Min = 0 },
        Width = Half,
    });
}
