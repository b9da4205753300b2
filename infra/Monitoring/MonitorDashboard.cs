using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>What a monitor finds: alarms first, then violations, drift, completeness, rows, and what its runs take.</summary>
internal sealed class MonitorDashboard : Construct
{
    private const double Half = 12;
    private const double Whole = 24;

    private readonly MonitorMetrics _metrics;

    /// <param name="scope">The monitor's construct.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="alarms">Its alarms.</param>
    /// <param name="pages">The pages of reports.</param>
    public MonitorDashboard(
        Construct scope, string id, MonitorDefinition monitor, MonitorMetrics metrics, IReadOnlyList<Alarm> alarms, ReportPages pages)
        : base(scope, id)
    {
        _metrics = metrics;
        Dashboard = new Dashboard(this, "Dashboard", new DashboardProps { PeriodOverride = PeriodOverride.INHERIT });
        Dashboard.AddWidgets(
            new TextWidget(new TextWidgetProps
            {
                Markdown = $"# {monitor.Name}\n{monitor.Endpoint}, {monitor.Variant}. Runs {monitor.Schedule}, UTC. [Reports]({pages.OfMonitor(monitor.Name)})",
                Width = Whole,
                Height = 2,
            }));
        Dashboard.AddWidgets(AlarmPanels.Of("Alarms", alarms));
        Dashboard.AddWidgets(
            Graph("Violations", MetricNames.Violations),
            new GraphWidget(new GraphWidgetProps
            {
                Title = "Drift of each feature",
                Left = [metrics.OfFeatures(MetricNames.FeatureDriftPrefix, Stats.MAXIMUM)],
                Width = Half,
            }));
        Dashboard.AddWidgets(
            new GraphWidget(new GraphWidgetProps
            {
                Title = "Completeness of each feature",
                Left = [metrics.OfFeatures(MetricNames.FeatureNonNullPrefix, Stats.MINIMUM)],
                LeftYAxis = new YAxisProps { Max = 1 },
                Width = Half,
            }),
            Graph("Rows", MetricNames.Rows, MetricNames.UnreadableRows));
        Dashboard.AddWidgets(
            Graph("Runs", MetricNames.RunCompleted, MetricNames.RunFailed, MetricNames.NoData),
            Graph("Run time, seconds", MetricNames.RunSeconds));
        Dashboard.AddWidgets(
            Graph("Capture lag, seconds", MetricNames.CaptureLagSeconds),
            Graph("Objects that came late", MetricNames.LateObjects));
        Dashboard.AddWidgets(Graph("Cost, US dollars", MetricNames.CostUsd));
    }

    /// <summary>The dashboard.</summary>
    public Dashboard Dashboard { get; }

    private GraphWidget Graph(string title, params string[] metrics) => new(new GraphWidgetProps
    {
        Title = title,
        Left = [.. metrics.Select(name => _metrics.Of(name, Stats.MAXIMUM))],
        LeftYAxis = new YAxisProps { Min = 0 },
        Width = Half,
    });
}
