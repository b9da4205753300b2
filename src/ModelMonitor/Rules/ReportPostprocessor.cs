using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Metrics;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>Lets a monitor's script look at a report and add violations and metrics.</summary>
internal static class ReportPostprocessor
{
    /// <summary>What names of metrics that scripts add begin with, so that they take the place of none.</summary>
    public const string MetricPrefix = "custom_";

    private const string Function = "postprocess";
    private const int MostViolations = 100;
    private const int MostMetrics = 50;
    private const int LongestText = 500;

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="current">The window's profile.</param>
    /// <param name="baseline">The baseline's statistics.</param>
    /// <param name="violations">All violations so far.</param>
    /// <param name="features">What was found of the features.</param>
    /// <param name="before">What the rules came to.</param>
    /// <returns>That, and what the script adds; a script that fails adds one violation that says so, and nothing else.</returns>
    public static RuleOutcome Run(
        string script,
        DatasetProfile current,
        StatisticsDocument? baseline,
        IReadOnlyList<Violation> violations,
        IReadOnlyList<FeatureFinding> features,
        RuleOutcome before)
    {
        RuleFinding finding = new(Function, Over: null, "warning", Violated: false);
        try
        {
            MonitorScript loaded = new(script, Function, SandboxLimits.OfRun);
            Engine engine = loaded.Sandbox.Engine;
            JsValue answer = loaded.Call(ReportOf(engine, current, baseline, violations, features));
            (List<Violation> added, List<Metric> metrics) = Sandbox.Guard(() => Read(answer));
            return new RuleOutcome([.. before.Findings, finding with { Violated = added.Count > 0 }], [.. before.Violations, .. added], metrics);
        }
        catch (ScriptException exception)
        {
            string description = $"[warning] It failed: {exception.Message}";
            return new RuleOutcome(
                [.. before.Findings, finding with { Violated = true, Error = exception.Message, Description = description }],
                [.. before.Violations, new Violation(Function, CheckTypes.CustomRule, description)],
                []);
        }
    }

    private static JsObject ReportOf(
        Engine engine,
        DatasetProfile current,
        StatisticsDocument? baseline,
        IReadOnlyList<Violation> violations,
        IReadOnlyList<FeatureFinding> features)
    {
        JsObject report = new(engine);
        report.Set("rows", JsNumber.Create(current.RowCount));
        report.Set("current", ProfileValues.Of(engine, current));
        report.Set("baseline", ProfileValues.Of(engine, baseline));
        report.Set("violations", new JsArray(engine, [.. violations.Select(violation =>
        {
            JsObject item = new(engine);
            item.Set("feature", new JsString(violation.FeatureName));
            item.Set("check", new JsString(violation.CheckType));
            item.Set("description", new JsString(violation.Description));
            return (JsValue)item;
        })]));
        report.Set("features", new JsArray(engine, [.. features.Select(feature =>
        {
            JsObject item = new(engine);
            item.Set("name", new JsString(feature.Name));
            item.Set("type", new JsString(feature.Type));
            item.Set("completeness", JsNumber.Create(feature.Completeness));
            item.Set("distance", feature.Distance is { } distance ? JsNumber.Create(distance) : JsValue.Null);
            item.Set("threshold", feature.Threshold is { } threshold ? JsNumber.Create(threshold) : JsValue.Null);
            item.Set("drifted", feature.Drifted ? JsBoolean.True : JsBoolean.False);
            return (JsValue)item;
        })]));
        return report;
    }

    private static (List<Violation> Violations, List<Metric> Metrics) Read(JsValue answer)
    {
        List<Violation> violations = [];
        List<Metric> metrics = [];
        if (answer.IsUndefined() || answer.IsNull())
        {
            return (violations, metrics);
        }

        ObjectInstance root = answer as ObjectInstance ?? throw Wrong("expected an object { violations, metrics }, or nothing");
        if (root.Get("violations") is { } list && !list.IsUndefined())
        {
            JsArray items = list as JsArray ?? throw Wrong("violations: expected an array");
            if (items.Length > MostViolations)
            {
                throw Wrong($"violations: expected at most {MostViolations}, found {items.Length}");
            }

            for (uint i = 0; i < items.Length; i++)
            {
                violations.Add(ReadViolation(items[i]));
            }
        }

        if (root.Get("metrics") is ObjectInstance figures)
        {
            foreach (JsValue key in figures.GetOwnPropertyKeys(Types.String))
            {
                metrics.Add(ReadMetric(key.ToString(), figures.Get(key)));
            }
        }

        return metrics.Count <= MostMetrics ? (violations, metrics) : throw Wrong($"metrics: expected at most {MostMetrics}, found {metrics.Count}");
    }

    private static Violation ReadViolation(JsValue item)
    {
        ObjectInstance violation = item as ObjectInstance ?? throw Wrong("violations: expected objects { feature, message, severity }");
        JsValue feature = violation.Get("feature");
        JsValue message = violation.Get("message");
        JsValue severity = violation.Get("severity");
        string level = severity.IsUndefined() ? "warning" : severity.ToString();
        if (!message.IsString() || message.AsString().Length is 0 or > LongestText || level is not ("info" or "warning" or "critical"))
        {
            throw Wrong($"violations: expected a message of 1 to {LongestText} characters, and as severity info, warning or critical");
        }

        string name = feature.IsString() && feature.AsString().Length is > 0 and <= LongestText ? feature.AsString() : Function;
        return new Violation(name, CheckTypes.CustomRule, $"[{level}] {message.AsString()}");
    }

    private static Metric ReadMetric(string name, JsValue value)
    {
        Metric? metric = value.IsNumber() && name.Length is > 0 and <= 100 ? Metric.Of(MetricPrefix + name, value.AsNumber()) : null;
        return metric is { IsPublishable: true }
            ? metric
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"metrics: expected names of 1 to 100 characters and finite numbers, found {name[..Math.Min(name.Length, 100)]}"));
    }

    private static ScriptException Wrong(string message) => new(new ScriptProblem(message, 0, 0));
}
