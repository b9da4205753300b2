using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>A metric that an alarm or a widget of a dashboard uses.</summary>
/// <param name="Holder">The alarm or dashboard.</param>
/// <param name="Namespace">The metric's namespace.</param>
/// <param name="Name">Its name; of a search, what it searches for.</param>
/// <param name="Dimensions">The names of its dimensions.</param>
internal sealed partial record MetricUse(TemplateResource Holder, string Namespace, string Name, IReadOnlySet<string> Dimensions)
{
    /// <summary>All of a template.</summary>
    public static IEnumerable<MetricUse> All(Template template) =>
    [
        .. template.OfType("AWS::CloudWatch::Alarm").SelectMany(OfAlarm),
        .. template.OfType("AWS::CloudWatch::Dashboard").SelectMany(OfDashboard),
    ];

    private static IEnumerable<MetricUse> OfAlarm(TemplateResource alarm)
    {
        IEnumerable<JsonNode> metrics = alarm.At("MetricName") is null
            ? JsonText.List(alarm.At("Metrics")).Select(metric => metric["MetricStat"]?["Metric"]).OfType<JsonNode>()
            : [alarm.Properties];
        return metrics.Select(metric => new MetricUse(
            alarm,
            metric["Namespace"]!.GetValue<string>(),
            metric["MetricName"]!.GetValue<string>(),
            JsonText.List(metric["Dimensions"]).Select(dimension => dimension["Name"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal)));
    }

    private static IEnumerable<MetricUse> OfDashboard(TemplateResource dashboard) =>
        from widget in JsonNode.Parse(JsonText.Joined(dashboard.At("DashboardBody")!))!["widgets"]!.AsArray()
        from metric in JsonText.List(widget!["properties"]!["metrics"])
        select OfWidget(dashboard, metric.AsArray());

    private static MetricUse OfWidget(TemplateResource dashboard, JsonArray metric)
    {
        if (metric[0] is JsonObject expression)
        {
            Match search = Search().Match(expression["expression"]!.GetValue<string>());
            return new MetricUse(
                dashboard,
                search.Groups["namespace"].Value,
                search.Groups["name"].Value,
                search.Groups["dimension"].Captures.Select(capture => capture.Value).ToHashSet(StringComparer.Ordinal));
        }

        string[] words = [.. metric.Where(word => word!.GetValueKind() == JsonValueKind.String).Select(word => word!.GetValue<string>())];
        return new MetricUse(
            dashboard, words[0], words[1], words.Skip(2).Where((_, index) => index % 2 == 0).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex("""^SEARCH\('\{"(?<namespace>[^"]+)"(,(?<dimension>[A-Za-z]+))+\}.* MetricName=(?<name>[a-z_]+)', """)]
    private static partial Regex Search();
}
