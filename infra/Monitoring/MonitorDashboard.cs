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
        IWidget[] own = [.. OwnGraphs(monitor)];
        Dashboard.AddWidgets([Graph("Violations", MetricNames.Violations), .. own.Take(1)]);
        Dashboard.AddWidgets([.. own.Skip(1), Graph("Rows", MetricNames.Rows, MetricNames.UnreadableRows)]);
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

    /// <summary>What the monitor's kind publishes; the first two stand beside violations and rows.</summary>
    private IEnumerable<IWidget> OwnGraphs(MonitorDefinition monitor)
    {
        if (monitor.Kind == MonitorKindNames.DataQuality)
        {
            yield return new GraphWidget(new GraphWidgetProps
            {
                Title = "Drift of each feature",
                Left = [_metrics.OfFeatures(MetricNames.FeatureDriftPrefix, Stats.MAXIMUM)],
                Width = Half,
            });
            yield return new GraphWidget(new GraphWidgetProps
            {
                Title = "Completeness of each feature",
                Left = [_metrics.OfFeatures(MetricNames.FeatureNonNullPrefix, Stats.MINIMUM)],
                LeftYAxis = new YAxisProps { Max = 1 },
                Width = Half,
            });
        }

        if (monitor.ModelQuality is { } quality)
        {
            yield return Graph("Metrics of the model", [.. MainMetrics(quality.ProblemType)]);
        }

        if (monitor.Bias is { Facets: { } facets } bias)
        {
            foreach (BiasFacet facet in facets)
            {
                Metric[] metrics = [.. BiasMetrics(bias, facet)];
                if (metrics.Length > 0)
                {
                    yield return new GraphWidget(new GraphWidgetProps { Title = $"Bias by {facet.Name}", Left = metrics, Width = Half });
                }
            }
        }

        if (monitor.Attribution is not null)
        {
            yield return Graph("Ranking of features, NDCG", MetricNames.AttributionGain);
        }

        if (monitor.GroundTruth is not null)
        {
            yield return Graph("Share of predictions with a label", MetricNames.LabelledShare);
        }
    }

    private static IEnumerable<string> MainMetrics(ProblemType problem) => problem switch
    {
        ProblemType.Regression => ["mae", "rmse", "r2"],
        ProblemType.BinaryClassification => ["auc", "accuracy", "precision", "recall", "f1"],
        _ => ["accuracy", "weighted_precision", "weighted_recall", "weighted_f1"],
    };

    /// <summary>The metrics of a facet whose dimensions are known beforehand.</summary>
    private IEnumerable<Metric> BiasMetrics(BiasSection bias, BiasFacet facet) =>
        from name in (string[])["DPPL", "DI", "AD", "RD"]
        let alarm = new AlarmSettings(BiasMetricNames.Prefix + name, Threshold: null) { Facet = facet.Name }
        where BiasDimensions.Of(bias, alarm) is not null
        select _metrics.Of(alarm, Stats.AVERAGE);

    private GraphWidget Graph(string title, params string[] metrics) => new(new GraphWidgetProps
    {
        Title = title,
        Left = [.. metrics.Select(name => _metrics.Of(name, Stats.MAXIMUM))],
        LeftYAxis = new YAxisProps { Min = 0 },
        Width = Half,
    });
}
