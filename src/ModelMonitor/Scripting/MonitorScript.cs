using Jint;
using Jint.Native;

namespace ModelMonitor.Scripting;

/// <summary>A script of a monitor, loaded into a sandbox of its own.</summary>
internal sealed class MonitorScript
{
    private readonly JsValue _function;

    /// <summary>Loads a script.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="function">The name of the function it must define.</param>
    /// <param name="limits">What each call may take.</param>
    /// <exception cref="ScriptException">It cannot be parsed, fails while it is loaded, or has no such function.</exception>
    public MonitorScript(string source, string function, SandboxLimits limits)
    {
        if (source.Length > SandboxLimits.SourceLength)
        {
            throw new ScriptException(new ScriptProblem($"it is longer than {SandboxLimits.SourceLength} characters", 0, 0));
        }

        IReadOnlyList<string> names = ScriptConstants.Read(source);
        Sandbox = new Sandbox(limits);
        Sandbox.Run(source);
        _function = Sandbox.Run($"typeof {function} === 'function' ? {function} : undefined");
        if (_function.IsUndefined())
        {
            throw new ScriptException(new ScriptProblem($"it defines no function {function}(…)", 0, 0));
        }

        Sandbox.Guard(() =>
        {
            ScriptConstants.Freeze(Sandbox, names);
            SandboxMeter.Seal(Sandbox.Engine);
            return true;
        });
    }

    /// <summary>Where it runs.</summary>
    public Sandbox Sandbox { get; }

    /// <summary>Calls its function.</summary>
    /// <exception cref="ScriptException">It threw, or a limit stopped it.</exception>
    public JsValue Call(JsValue argument) => Sandbox.Call(_function, argument);
}
