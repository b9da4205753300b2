using ModelMonitor.Scripting;

namespace ModelMonitor.Tests.Scripting;

/// <summary>What scripts try to get out, and to take the process with them.</summary>
public sealed class SandboxTests
{
    [Theory]
    [InlineData("(() => { while (true); })()")]
    [InlineData("(() => { for (;;) { try { while (true); } catch (e) { } } })()")]
    [InlineData("(() => { let s = 'x'; while (true) s += s; })()")]
    [InlineData("(() => { const kept = []; while (true) kept.push('x'.repeat(1000)); })()")]
    [InlineData("(function f() { return f() })()")]
    [InlineData("/(a+)+$/.test('a'.repeat(40) + '!')")]
    [InlineData("new RegExp('(a+)+$').test('a'.repeat(40) + '!')")]
    [InlineData("new Array(4e9)")]
    [InlineData("Array.from({ length: 1e9 })")]
    [InlineData("Array.from({ length: 99999 }, 'x'.repeat.bind('x', 1000000))")]
    [InlineData("new Array(99999).fill(0).map('x'.repeat, 'x'.repeat(1000))")]
    [InlineData("new Array(99999).fill(0).map('x'.repeat.bind('x', 1000000))")]
    [InlineData("(() => { const lists = new Map(); for (let i = 0; i < 9999; i++) lists.set(i, i); lists.forEach([].concat.bind([], new Array(99999).fill(1))); })()")]
    [InlineData("[...new Array(9999).fill(1).values().map('x'.repeat.bind('x', 1000000))].length")]
    public void Run_OfWhatTakesTooMuch_MeetsALimit(string source) =>
        Assert.True(FailOf(source).IsLimit);

    [Theory]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("'x'.padEnd(1e9)")]
    [InlineData("'a'.repeat(100000).replaceAll('a', 'b'.repeat(100000))")]
    [InlineData("'a'.repeat(100000).replace(/a/g, '$`'.repeat(10))")]
    [InlineData("'a'.repeat(100000).split('').join('b'.repeat(100000))")]
    [InlineData("Array.prototype.map.call({ length: 4e9 }, isNaN)")]
    [InlineData("Array.prototype.every.call({ length: 1e12 }, isNaN)")]
    [InlineData("Array.prototype.indexOf.call({ length: 9007199254740991 }, 1)")]
    [InlineData("Array.prototype.indexOf.call({ get length() { return 9007199254740991 } }, 1)")]
    [InlineData("Array.prototype.reverse.call({ __proto__: { length: 9007199254740991 } })")]
    [InlineData("(() => { const a = []; a.length = 4294967295; return a.lastIndexOf(1); })()")]
    [InlineData("''.concat(...new Array(99999).fill('a'.repeat(1000000)))")]
    [InlineData("String.raw({ raw: new Array(99999).fill('a'.repeat(1000000)) })")]
    [InlineData("(() => { let s = 'xxxxxxxx'; for (let i = 0; i < 24; i++) s += s; return s.split('').length; })()")]
    [InlineData("Array.prototype.join.call({ length: 1e9 }, 'abc')")]
    [InlineData("(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return String(a); })()")]
    [InlineData("(() => { let a = []; for (let i = 0; i < 50000; i++) a = [a]; return String(a); })()")]
    [InlineData("({ get a() { return this.a } }).a")]
    [InlineData("(() => { const o = {}; o.toString = () => '' + o; return '' + o; })()")]
    [InlineData("(() => { const o = {}; o.valueOf = () => +o; return +o; })()")]
    [InlineData("(() => { const f = () => [1].map(f); return f(); })()")]
    [InlineData("class A { static get x() { return A.x } }; A.x")]
    [InlineData("JSON.parse('['.repeat(100000))")]
    public void Run_OfWhatWouldGrowOrRecurseWithoutEnd_Fails(string source) => FailOf(source);

    [Theory]
    [InlineData("eval('1')")]
    [InlineData("Function('return 1')()")]
    [InlineData("(() => { }).constructor('return 1')()")]
    [InlineData("[].constructor.constructor('return 1')()")]
    [InlineData("(async () => { }).constructor('return 1')()")]
    [InlineData("(function* () { }).constructor('yield 1')()")]
    [InlineData("System.IO.File")]
    [InlineData("importNamespace('System')")]
    [InlineData("new Proxy({}, { get(t, k, r) { return r[k] } }).x")]
    [InlineData("Reflect.ownKeys({})")]
    [InlineData("new Promise(r => r(1))")]
    [InlineData("new ArrayBuffer(1e10)")]
    [InlineData("new SharedArrayBuffer(2e9)")]
    [InlineData("Atomics.wait(null, 0, 0, 1e9)")]
    [InlineData("new ShadowRealm().evaluate('1')")]
    [InlineData("new WeakRef({})")]
    [InlineData("Math.random()")]
    [InlineData("Date.now()")]
    [InlineData("JSON.stringify([1])")]
    [InlineData("[[1]].flat()")]
    [InlineData("import('fs')")]
    public void Run_OfWhatIsNotThere_Fails(string source) =>
        Assert.Throws<ScriptException>(() => Start().Run(source));

    [Theory]
    [InlineData("typeof clr")]
    [InlineData("typeof ({}).GetType")]
    [InlineData("typeof ('').GetType")]
    [InlineData("typeof (() => 1).Invoke")]
    public void Run_LookingForDotNet_FindsNothing(string source) => Assert.Equal("undefined", Start().Run(source).ToString());

    [Fact]
    public void Run_OfAPrototypeTrick_ReachesNoOtherSandbox()
    {
        Start().Run("Object.prototype.plan = 'none'; Array.prototype.includes = () => true; 1");

        Assert.Equal("undefined false", Start().Run("`${({}).plan} ${[].includes(1)}`").ToString());
    }

    [Fact]
    public void Run_AfterALimit_StillWorks()
    {
        Sandbox sandbox = Start();
        Assert.Throws<ScriptException>(() => sandbox.Run("(() => { while (true); })()"));

        Assert.Equal("2", sandbox.Run("1 + 1").ToString());
    }

    [Fact]
    public void Run_OfAnError_TellsLineAndColumn()
    {
        ScriptProblem problem = Assert.Throws<ScriptException>(() => Start().Run("const x = null;\n  x.y;")).Problem;

        Assert.Equal(2, problem.Line);
        Assert.False(problem.IsLimit);
        Assert.Equal(1, Assert.Throws<ScriptException>(() => Start().Run("let = ;")).Problem.Line);
    }

    [Theory]
    [InlineData("[1, 2].join('-')", "1-2")]
    [InlineData("['a', null, undefined, [1, 2]].join()", "a,,,1,2")]
    [InlineData("String([1, [2, 3]])", "1,2,3")]
    [InlineData("'ab'.repeat(3) + 'x'.padStart(3, '0')", "ababab00x")]
    [InlineData("'a-b-c'.replaceAll('-', '+') + 'aab'.replace(/a/g, x => x + x)", "a+b+caaaab")]
    [InlineData("[...new Set([1, 1, 2])].map(x => x * 2).join(' ')", "2 4")]
    [InlineData("JSON.parse('{\"a\":[1]}').a[0]", "1")]
    public void Run_OfWhatScriptsNeed_IsAsInJavaScript(string source, string expected) => Assert.Equal(expected, Start().Run(source).ToString());

    /// <summary>Runs what must fail, and must not have taken more than a few times its limit of memory until then.</summary>
    private static ScriptProblem FailOf(string source)
    {
        Sandbox sandbox = Start();
        long before = GC.GetAllocatedBytesForCurrentThread();

        ScriptProblem problem = Assert.Throws<ScriptException>(() => sandbox.Run(source)).Problem;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * SandboxLimits.OfRow.Memory);
        return problem;
    }

    private static Sandbox Start() => new(SandboxLimits.OfRow);
}
