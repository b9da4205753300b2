using System.Globalization;
using Jint.Native;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>Judges a window by the monitor's own rules; one that fails is a violation of its own, and the others go on.</summary>
/// <param name="rules">The rules.</param>
/// <param name="baseline">The baseline's statistics; null for none.</param>
/// <param name="history">The windows before; null where none are known.</param>
internal sealed class RuleEvaluator(RuleSet rules, StatisticsDocument? baseline, RuleHistory? history)
{
    private const string Preprocess = "preprocess";

    /// <summary>Judges a window.</summary>
    /// <param name="current">The window's profile.</param>
    /// <param name="violations">The violations of the constraints.</param>
    /// <param name="features">What was found of the features.</param>
    /// <param name="context">What else is known of the window.</param>
    public RuleOutcome Evaluate(
        DatasetProfile current, IReadOnlyList<Violation> violations, IReadOnlyList<FeatureFinding> features, WindowContext context)
    {
        if (rules.IsEmpty)
        {
            return RuleOutcome.None;
        }

        List<RuleFinding> findings = [];
        if (rules.Preprocess is not null && current.Rules?.Find(RowRulesState.PreprocessName) is { } counts)
        {
            findings.Add(OfPreprocessing(counts));
        }

        // Those over the history come last: this run's number of violations is among what they look at.
        foreach (CompiledRule rule in rules.Rules.OrderBy(rule => rule.Settings.Over == RuleScope.History))
        {
            int found = violations.Count + findings.Count(finding => finding.Violated);
            findings.Add(rule.Settings.Over switch
            {
                RuleScope.Row => OfRows(rule.Settings, current),
                RuleScope.Profile => Once(rule, sandbox => sandbox, RuleNames.Current, RuleNames.Baseline, sandbox =>
                    [ProfileValues.Of(sandbox.Engine, current), ProfileValues.Of(sandbox.Engine, baseline)]),
                _ => OfHistory(rule, current, found, features, context),
            });
        }

        List<Violation> own = [.. findings.Where(finding => finding.Violated).Select(finding =>
            new Violation(finding.Name, CheckTypes.CustomRule, finding.Description!))];
        return rules.Postprocess is { } script
            ? ReportPostprocessor.Run(script, current, baseline, [.. violations, .. own], features, new RuleOutcome(findings, own, []))
            : new RuleOutcome(findings, own, []);
    }

    private static RuleFinding OfPreprocessing(RowRuleCounts counts)
    {
        string rows = counts.Total == 1 ? "record" : "records";
        return new RuleFinding(Preprocess, Over: null, Severity(AlarmSeverity.Warning), Violated: counts.Errors > 0)
        {
            Passed = counts.Passed,
            Failed = counts.Failed,
            Errors = counts.Errors,
            Error = counts.Error,
            Description = counts.Errors == 0 ? null : string.Create(
                CultureInfo.InvariantCulture, $"[warning] It failed for {counts.Errors} of {counts.Total} {rows}, which were left out: {counts.Error}"),
        };
    }

    private static RuleFinding OfRows(RuleSettings rule, DatasetProfile current)
    {
        RowRuleCounts counts = current.Rules?.Find(rule.Name) ?? new RowRuleCounts();
        double share = counts.Total == 0 ? 1.0 : (double)counts.Passed / counts.Total;
        bool isViolated = share < rule.Share;
        return new RuleFinding(rule.Name, "row", Severity(rule.Severity), isViolated)
        {
            Message = rule.Message,
            Error = counts.Error,
            Passed = counts.Passed,
            Failed = counts.Failed,
            Errors = counts.Errors,
            Samples = [.. counts.Samples.Select(row => new RuleSample(row.File, row.Line, row.Content))],
            Description = !isViolated ? null : Describe(rule, string.Create(
                CultureInfo.InvariantCulture,
                $"It is true for {counts.Passed} of {counts.Total} rows ({share:P2}), expected {rule.Share:P2}.{ErrorsOf(counts)}")),
        };
    }

    private static string ErrorsOf(RowRuleCounts counts) => counts.Errors == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" It failed for {counts.Errors}: {counts.Error}.");

    private RuleFinding OfHistory(
        CompiledRule rule, DatasetProfile current, int violations, IReadOnlyList<FeatureFinding> features, WindowContext context)
    {
        if (history is null)
        {
            return new RuleFinding(rule.Settings.Name, "history", Severity(rule.Settings.Severity), Violated: false)
            {
                Error = "not evaluated: the run has no window",
            };
        }

        RunRecord record = new()
        {
            Monitor = "",
            Kind = "",
            Outcome = RunOutcome.Completed,
            Message = "",
            Fingerprint = "",
            InputFingerprint = "",
            EngineVersion = "",
            Window = history.Window,
            Rows = current.RowCount,
            Unreadable = context.Unreadable,
            LateObjects = context.LateObjects,
            Violations = violations,
            Features = features,
        };
        HistorySeries series = new(history.Window, record, history.Earlier);
        return Once(rule, sandbox =>
        {
            series.AddTo(sandbox.Engine);
            return sandbox;
        });
    }

    private static RuleFinding Once(CompiledRule rule, Func<Sandbox, Sandbox> prepare) => Once(rule, prepare, null, null, _ => []);

    private static RuleFinding Once(
        CompiledRule rule, Func<Sandbox, Sandbox> prepare, string? first, string? second, Func<Sandbox, JsValue[]> arguments)
    {
        RuleSettings settings = rule.Settings;
        RuleFinding finding = new(settings.Name, settings.Over.ToString().ToLowerInvariant(), Severity(settings.Severity), Violated: false)
        {
            Message = settings.Message,
        };
        try
        {
            Sandbox sandbox = prepare(new Sandbox(SandboxLimits.OfRun));
            JsValue function = first is null ? rule.FunctionIn(sandbox) : rule.FunctionIn(sandbox, first, second!);
            bool isTrue = CompiledRule.Evaluate(sandbox, function, arguments(sandbox));
            return isTrue ? finding : finding with { Violated = true, Description = Describe(settings, $"It is not true: {settings.Expression}") };
        }
        catch (ScriptException exception)
        {
            return finding with
            {
                Violated = true,
                Error = exception.Message,
                Description = Describe(settings, $"It could not be evaluated: {exception.Message}"),
            };
        }
    }

    private static string Describe(RuleSettings rule, string found) =>
        $"[{Severity(rule.Severity)}] {(rule.Message is null ? "" : rule.Message + " ")}{found}";

    private static string Severity(AlarmSeverity severity) => severity.ToString().ToLowerInvariant();
}
