using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>Makes the metrics of a monitor, under the names and dimensions that its runs publish them with.</summary>
internal sealed class MonitorMetrics
{
    private readonly MonitorDefinition _monitor;
    private readonly TimeSpan _period;

    /// <param name="monitor">The monitor.</param>
    /// <param name="period">The time that one value stands for.</param>
    public MonitorMetrics(MonitorDefinition monitor, TimeSpan period)
    {
        _monitor = monitor;
        _period = period;
    }

    /// <summary>A metric of the run or of a feature, by its name.</summary>
    /// <param name="name">One of <see cref="MetricNames"/>, or a metric of the monitor's kind.</param>
    /// <param name="statistic">How values of a period become one.</param>
    /// <param name="period">The period; null for the monitor's own.</param>
    /// <param name="dimensions">Dimensions besides those of endpoint and schedule; null for none.</param>
    public Metric Of(string name, string statistic, TimeSpan? period = null, IReadOnlyList<(string Name, string Value)>? dimensions = null) => new(new MetricProps
    {
        Namespace = MetricNames.IsOfRuns(name) || name == MetricNames.AttributionGain ? MetricNamespaces.ModelMonitor : NamespaceOf(_monitor.Kind),
        MetricName = MetricName.ToPublished(name),
        DimensionsMap = MetricNames.IsOfRuns(name)
            ? Dimensions((MetricDimensions.Monitor, _monitor.Name), (MetricDimensions.Kind, _monitor.Kind))
            : Dimensions([(MetricDimensions.Endpoint, _monitor.Endpoint), (MetricDimensions.MonitoringSchedule, _monitor.Name), .. dimensions ?? []]),
        Statistic = statistic,
        Period = DurationOf(period ?? _period),
    });

    /// <summary>A metric that an alarm of the monitor's file watches.</summary>
    public Metric Of(AlarmSettings alarm, string statistic) => Of(
        alarm.Metric, statistic, dimensions: _monitor.Bias is { } bias && BiasMetricNames.IsPublished(alarm.Metric) ? BiasDimensions.Of(bias, alarm) : null);

    /// <summary>SageMaker's namespace of the metrics of an endpoint that a kind publishes.</summary>
    private static string NamespaceOf(string kind) => kind switch
    {
        MonitorKindNames.ModelQuality => MetricNamespaces.EndpointModel,
        MonitorKindNames.Bias => MetricNamespaces.EndpointBias,
        MonitorKindNames.Attribution => MetricNamespaces.EndpointExplainability,
        _ => MetricNamespaces.EndpointData,
    };

    /// <summary>A metric of a run for a graph of several monitors.</summary>
    public Metric OfMonitor(string name, string statistic) =>
        (Metric)Of(name, statistic).With(new MetricOptions { Label = _monitor.Name });

    /// <summary>All features' metrics of one sort, whichever features there are.</summary>
    /// <param name="prefix">One of <see cref="MetricNames.FeaturePrefixes"/>.</param>
    /// <param name="statistic">How values of a period become one.</param>
    public MathExpression OfFeatures(string prefix, string statistic)
    {
        string schema = $"{{\"{MetricNamespaces.EndpointData}\",{MetricDimensions.Endpoint},{MetricDimensions.MonitoringSchedule}}}";
        string search = $"{schema} {MetricDimensions.Endpoint}=\"{_monitor.Endpoint}\" "
            + $"{MetricDimensions.MonitoringSchedule}=\"{_monitor.Name}\" MetricName={prefix.TrimEnd('_')}";
        return new MathExpression(new MathExpressionProps
        {
            Expression = $"SEARCH('{search}', '{statistic}', {(long)_period.TotalSeconds})",
            UsingMetrics = new Dictionary<string, IMetric>(StringComparer.Ordinal),
            Label = "",
            Period = DurationOf(_period),
        });
    }

    /// <summary>The share of what could not be read, in percent of all that was there.</summary>
    public MathExpression UnreadableShare() => new(new MathExpressionProps
    {
        Expression = "100 * unreadable / (rows + unreadable)",
        UsingMetrics = new Dictionary<string, IMetric>(StringComparer.Ordinal)
        {
            ["unreadable"] = Of(MetricNames.UnreadableRows, Stats.MAXIMUM),
            ["rows"] = Of(MetricNames.Rows, Stats.MAXIMUM),
        },
        Label = "unreadable, percent",
        Period = DurationOf(_period),
    });

    private static Dictionary<string, string> Dimensions(params (string Name, string Value)[] dimensions) =>
        dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value, StringComparer.Ordinal);

    private static Duration DurationOf(TimeSpan time) => Duration.Seconds(time.TotalSeconds);
}
