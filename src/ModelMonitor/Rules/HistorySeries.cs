using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Rules;

/// <summary>What rules over the history can ask: figures of this window and of those before it.</summary>
/// <param name="window">This run's window.</param>
/// <param name="current">This run's figures, as its record will have them.</param>
/// <param name="earlier">The records of earlier windows, oldest first.</param>
internal sealed class HistorySeries(TimeWindow window, RunRecord current, IReadOnlyList<RunRecord> earlier)
{
    /// <summary>The figures of a run that have a name of their own.</summary>
    public static IReadOnlyList<string> Names { get; } = ["violations", "rows", "unreadable", "lateObjects", "driftedFeatures"];

    /// <summary>The functions there are.</summary>
    public static IReadOnlyList<string> Functions { get; } = ["drift", "completeness", "change", "previous", "average", "minimum", "maximum"];

    /// <summary>Whether a function takes a span of time after the series.</summary>
    public static bool HasSpan(string function) => function is "change" or "average" or "minimum" or "maximum";

    /// <summary>Before the name of a series where the series is meant and not this window's value: <see cref="RuleExpression.Code"/> has it in front of arguments.</summary>
    public const string Mark = "$";

    /// <summary>Whether a function of <see cref="Functions"/> takes a series first.</summary>
    public static bool TakesSeries(string function) => function is "previous" || HasSpan(function);

    /// <summary>Whether a function of <see cref="Functions"/> is a series itself.</summary>
    public static bool IsSeries(string function) => function is "drift" or "completeness";

    /// <summary>Gives an engine the series and functions.</summary>
    public void AddTo(Engine engine)
    {
        foreach (string name in Names)
        {
            engine.SetValue(name, Number(ValueOf(current, name)));
            engine.SetValue(Mark + name, new SeriesObject(engine, run => ValueOf(run, name)));
        }

        AddFeature(engine, "drift", feature => feature.Distance);
        AddFeature(engine, "completeness", feature => feature.Completeness);
        Add(engine, "previous", arguments => Number(earlier.Count == 0 ? null : Argument(engine, arguments)(earlier[^1])));
        Add(engine, "change", arguments => Number(Argument(engine, arguments)(current) - Before(SpanOf(arguments), Argument(engine, arguments))));
        Add(engine, "average", arguments => Number(Within(engine, arguments).Average()));
        Add(engine, "minimum", arguments => Number(Within(engine, arguments).Min()));
        Add(engine, "maximum", arguments => Number(Within(engine, arguments).Max()));
    }

    private static void Add(Engine engine, string name, Func<JsValue[], JsValue> function) =>
        engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => function(arguments)));

    private void AddFeature(Engine engine, string name, Func<FeatureFinding, double?> value)
    {
        Add(engine, name, arguments => Number(FeatureOf(current, arguments) is { } feature ? value(feature) : null));
        Add(engine, Mark + name, arguments => new SeriesObject(engine, run => FeatureOf(run, arguments) is { } feature ? value(feature) : null));
    }

    private static double? ValueOf(RunRecord run, string name) => name switch
    {
        "violations" => run.Violations,
        "rows" => run.Rows,
        "unreadable" => run.Unreadable,
        "lateObjects" => run.LateObjects,
        _ => run.Features.Count(feature => feature.Drifted),
    };

    private static FeatureFinding? FeatureOf(RunRecord run, JsValue[] arguments)
    {
        string name = arguments.Length == 0 ? "" : TypeConverter.ToString(arguments[0]);
        return run.Features.FirstOrDefault(feature => feature.Name == name);
    }

    private static TimeSpan SpanOf(JsValue[] arguments) =>
        arguments.Length > 1 && HistorySpan.TryParse(arguments[1].ToString(), out TimeSpan span) ? span : default;

    private static Func<RunRecord, double?> Argument(Engine engine, JsValue[] arguments) =>
        arguments.Length > 0 && arguments[0] is SeriesObject series
            ? series.Value
            : throw new JavaScriptException(engine.Intrinsics.TypeError, "expected a series such as violations or drift(\"x\")");

    private static JsValue Number(double? value) => value is { } number ? JsNumber.Create(number) : JsValue.Null;

    /// <summary>The value of the last window that ended a span before this one, or earlier.</summary>
    private double? Before(TimeSpan span, Func<RunRecord, double?> value) =>
        earlier.LastOrDefault(run => run.Window!.End <= window.End - span) is { } run ? value(run) : null;

    /// <summary>The values of the windows before this one that ended within a span before it.</summary>
    private IEnumerable<double?> Within(Engine engine, JsValue[] arguments)
    {
        Func<RunRecord, double?> value = Argument(engine, arguments);
        TimeSpan span = SpanOf(arguments);
        return earlier.Where(run => run.Window!.End >= window.End - span).Select(value);
    }

    private sealed class SeriesObject(Engine engine, Func<RunRecord, double?> value) : ObjectInstance(engine)
    {
        public Func<RunRecord, double?> Value { get; } = value;
    }
}
