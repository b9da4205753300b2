using System.Globalization;
using ModelMonitor.Capture;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>The rules and scripts of a monitor, found to be sound.</summary>
public sealed class RuleSet
{
    private RuleSet(IReadOnlyList<CompiledRule> rules, string? preprocess, string? postprocess)
    {
        Rules = rules;
        Preprocess = preprocess;
        Postprocess = postprocess;
    }

    /// <summary>Of a monitor without rules and scripts.</summary>
    public static RuleSet None { get; } = new([], preprocess: null, postprocess: null);

    /// <summary>Whether there is any rule or script.</summary>
    public bool IsEmpty => Rules.Count == 0 && Preprocess is null && Postprocess is null;

    /// <summary>How far back the rules look; zero when none looks back.</summary>
    public TimeSpan HistorySpan => Rules.Aggregate(
        TimeSpan.Zero, (longest, rule) => rule.Expression.Span > longest ? rule.Expression.Span : longest);

    /// <summary>Whether a rule is over the history.</summary>
    public bool HasHistory => Rules.Any(rule => rule.Settings.Over == RuleScope.History);

    /// <summary>A hash of what becomes of rows; null where rows are profiled as they are.</summary>
    public string? RowsFingerprint
    {
        get
        {
            if (Preprocess is null && !RowRules.Any())
            {
                return null;
            }

            Fingerprint fingerprint = new Fingerprint().Add(Preprocess ?? "");
            foreach (CompiledRule rule in RowRules)
            {
                fingerprint.Add(rule.Settings.Name).Add(rule.Settings.Expression);
            }

            return fingerprint.ToString();
        }
    }

    internal IReadOnlyList<CompiledRule> Rules { get; }

    internal IEnumerable<CompiledRule> RowRules => Rules.Where(rule => rule.Settings.Over == RuleScope.Row);

    internal string? Preprocess { get; }

    internal string? Postprocess { get; }

    /// <summary>Whether a script turns captured records into rows.</summary>
    public bool Preprocesses => Preprocess is not null;

    /// <summary>Compiles the rules and scripts of a monitor.</summary>
    /// <param name="monitor">The monitor, its scripts read.</param>
    /// <param name="source">Its file, for messages.</param>
    /// <exception cref="ConfigurationException">An expression or a script is not sound; the message has line and column.</exception>
    public static RuleSet Of(MonitorDefinition monitor, string source) =>
        Problems(monitor, out RuleSet set) is [{ } first, ..]
            ? throw new ConfigurationException(source, first.Path, first.Message)
            : set;

    /// <summary>All that is wrong with the rules and scripts of a monitor.</summary>
    /// <param name="monitor">The monitor, its scripts read.</param>
    public static IReadOnlyList<MonitorProblem> Check(MonitorDefinition monitor) => Problems(monitor, out _);

    /// <summary>The name of the one rule or script that this is about, where it was taken <see cref="Apart"/>.</summary>
    internal string? OnlyName { get; private init; }

    /// <summary>The preprocessing, and one of the rules.</summary>
    internal RuleSet Only(CompiledRule? rule) => new(rule is null ? [] : [rule], Preprocess, postprocess: null) { OnlyName = rule?.Settings.Name ?? "preprocess" };

    /// <summary>Each rule and script by itself, but for the preprocessing, without which rules see no rows.</summary>
    internal IEnumerable<RuleSet> Apart() =>
    [
        .. Preprocess is null ? Array.Empty<RuleSet>() : [Only(rule: null)],
        .. Rules.Select(Only),
        .. Postprocess is null ? Array.Empty<RuleSet>() : [new RuleSet([], Preprocess, Postprocess) { OnlyName = "postprocess" }],
    ];

    /// <summary>Where rows go in to reach a profile.</summary>
    internal IRowSink SinkOf(DatasetProfile profile) => RowRuleSink.Of(this, profile);

    /// <summary>What turns captured records into rows; null for none.</summary>
    internal RecordPreprocessor? PreprocessorOf(DatasetProfile profile, IRowSink sink, ReadingReport report) => Preprocess is null
        ? null
        : new RecordPreprocessor(Preprocess, profile.CountRules().Of(RowRulesState.PreprocessName), profile.Columns, sink, report);

    /// <summary>Takes all that changes the result into a hash.</summary>
    internal void AddTo(Fingerprint fingerprint)
    {
        foreach (CompiledRule rule in Rules)
        {
            fingerprint.Add(rule.Settings.ToString());
        }

        fingerprint.Add(Preprocess ?? "").Add(Postprocess ?? "");
    }

    private static List<MonitorProblem> Problems(MonitorDefinition monitor, out RuleSet set)
    {
        List<MonitorProblem> problems = [];
        List<CompiledRule> rules = [];
        for (int i = 0; i < monitor.Rules.Count; i++)
        {
            RuleSettings rule = monitor.Rules[i];
            try
            {
                rules.Add(new CompiledRule(rule, RuleExpressionReader.Read(rule.Expression, rule.Over)));
            }
            catch (ScriptException exception)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"$.rules[{i}].expression");
                problems.Add(new MonitorProblem(path, 0, $"{rule.Name}: {exception.Message}"));
            }
        }

        AddScript(problems, "preprocess", monitor.Preprocess);
        AddScript(problems, "postprocess", monitor.Postprocess);
        set = rules.Count == 0 && monitor.Preprocess is null && monitor.Postprocess is null
            ? None
            : new RuleSet(rules, monitor.Preprocess?.Source, monitor.Postprocess?.Source);
        return problems;
    }

    private static void AddScript(List<MonitorProblem> problems, string key, ScriptFile? script)
    {
        if (script is null)
        {
            return;
        }

        string? problem = null;
        if (script.Source is null)
        {
            problem = $"{script.Name}: there is no such file beside the monitor's; add it";
        }
        else
        {
            try
            {
                _ = new MonitorScript(script.Source, key, SandboxLimits.OfRun);
            }
            catch (ScriptException exception)
            {
                problem = $"{script.Name}: {exception.Message}";
            }
        }

        if (problem is not null)
        {
            problems.Add(new MonitorProblem($"$.{key}", 0, problem));
        }
    }
}
