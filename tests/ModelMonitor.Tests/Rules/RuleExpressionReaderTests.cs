using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Rules;
using ModelMonitor.Scripting;

namespace ModelMonitor.Tests.Rules;

public sealed class RuleExpressionReaderTests
{
    [Theory]
    [InlineData(RuleScope.Row, "row.plan !== \"none\" || row.minutes === 0")]
    [InlineData(RuleScope.Row, "[\"a\", \"b\"].includes(row.plan) && !(row[\"Day Mins\"] > 3) ? true : row.x?.length < 4")]
    [InlineData(RuleScope.Row, "/^[a-z]+$/.test(row.plan)")]
    [InlineData(RuleScope.Row, "[row.a, row.b].every(x => x > 0 && [1].some(y => y < x))")]
    [InlineData(RuleScope.Row, "`${row.a}-${row.b}`.length <= Math.max(3, Number(row.c))")]
    [InlineData(RuleScope.Profile, "current[\"Day Mins\"].mean <= 1.15 * baseline[\"Day Mins\"].mean")]
    [InlineData(RuleScope.Profile, "current.rows > 1000 && current.x.quantile(0.5) < 3 && current.plan.categories.gold > 1")]
    [InlineData(RuleScope.History, "change(violations, \"24h\") < 3 && average(drift(\"x\"), \"7d\") < 0.1")]
    public void Read_OfARule_IsTaken(RuleScope scope, string source) =>
        Assert.Equal(source, RuleExpressionReader.Read(source, scope).Source);

    [Theory]
    [InlineData("row.x = 1", 1, 1)]
    [InlineData("row.x++ > 1", 1, 1)]
    [InlineData("delete row.x", 1, 1)]
    [InlineData("row.constructor", 1, 5)]
    [InlineData("row['constructor']", 1, 5)]
    [InlineData("true &&\n row.x.__proto__ === null", 2, 8)]
    [InlineData("(() => true)()", 1, 1)]
    [InlineData("(function f() { return f() })()", 1, 1)]
    [InlineData("new Array(5)", 1, 1)]
    [InlineData("row.x.repeat(1e9)", 1, 7)]
    [InlineData("row.x.map.call(row)", 1, 11)]
    [InlineData("[x => x].map(f => f(f))", 1, 2)]
    [InlineData("[1].map(f => f(f))", 1, 14)]
    [InlineData("2n ** 100000000n", 1, 1)]
    [InlineData("this.x", 1, 1)]
    [InlineData("globalThis.x", 1, 1)]
    [InlineData("eval('1')", 1, 1)]
    [InlineData("change(rows, '24h') < 3", 1, 1)]
    [InlineData("[row.x].map([].push, Math)[0] <= 30", 1, 16)]
    [InlineData("row.s.split('').map([].slice, row.s.split('')).length > 0", 1, 24)]
    [InlineData("Math['con' + 'structor']", 1, 6)]
    [InlineData("row.x.slice === 1", 1, 7)]
    [InlineData("[1][row.x]", 1, 5)]
    [InlineData("`${row.x}` + String.raw`x`", 1, 14)]
    [InlineData("[...row.x]", 1, 2)]
    [InlineData("row.x, true", 1, 1)]
    [InlineData("row.x >", 1, 8)]
    [InlineData("row.x; while (true) {}", 1, 6)]
    [InlineData("true) ; while (true); (", 1, 5)]
    public void Read_OfWhatIsNotOfRules_TellsWhere(string source, int line, int column)
    {
        ScriptProblem problem = Assert.Throws<ScriptException>(() => RuleExpressionReader.Read(source, RuleScope.Row)).Problem;

        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Read_OfDeepNesting_IsRefused()
    {
        string source = new string('(', 30_000) + "true" + new string(')', 30_000);

        Assert.True(Assert.Throws<ScriptException>(() => RuleExpressionReader.Read(source, RuleScope.Row)).Problem.IsLimit);
    }

    [Theory]
    [InlineData("change(violations)")]
    [InlineData("change(violations, 24)")]
    [InlineData("change(violations, \"24 hours\")")]
    [InlineData("change(violations, \"365d\")")]
    public void Read_OfASpanThatIsNone_TellsHowToWriteIt(string source) => Assert.Contains(
        "\"24h\"", Assert.Throws<ScriptException>(() => RuleExpressionReader.Read(source + " < 3", RuleScope.History)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("change(3, '24h') < 1")]
    [InlineData("previous() < 1")]
    [InlineData("average(change(rows, '1h'), '24h') < 1")]
    public void Read_OfAFunctionOfNoSeries_TellsWhatItNeeds(string source) => Assert.Contains(
        "needs a series", Assert.Throws<ScriptException>(() => RuleExpressionReader.Read(source, RuleScope.History)).Message, StringComparison.Ordinal);

    [Fact]
    public void Columns_AreThoseNamed_UnlessTheRowItselfIsLookedAt()
    {
        Assert.Equal(["a", "b c"], RuleExpressionReader.Read("row.a > row['b c']", RuleScope.Row).Columns!);
        Assert.Null(RuleExpressionReader.Read("row[row.a] > 1", RuleScope.Row).Columns);
    }
}
