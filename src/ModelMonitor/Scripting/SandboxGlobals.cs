using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace ModelMonitor.Scripting;

/// <summary>Takes from an engine what rules do not need and limits cannot hold, and what would make results differ from run to run.</summary>
internal static class SandboxGlobals
{
    /// <summary>What stays of the global object.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "globalThis", "undefined", "NaN", "Infinity", "Object", "Array", "String", "Number", "Boolean", "Math", "JSON", "RegExp", "Date", "Map", "Set",
        "Error", "TypeError", "RangeError", "isNaN", "isFinite", "parseInt", "parseFloat", "decodeURIComponent", "encodeURIComponent",
    };

    /// <summary>Goes over an engine before any script has run in it.</summary>
    public static void Harden(Engine engine)
    {
        ObjectInstance global = engine.Global;
        foreach (JsValue key in global.GetOwnPropertyKeys())
        {
            if (!key.IsString() || !Kept.Contains(key.AsString()))
            {
                global.Delete(key);
            }
        }

        // Of a graph that holds a value many times over, these make a text or a list that is exponentially larger.
        Delete(engine, "Array", "flat", "flatMap", "toLocaleString");
        Delete(engine, "Object", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__", "toLocaleString");
        Delete(engine, "String", "normalize", "localeCompare", "toLocaleLowerCase", "toLocaleUpperCase");
        global.Get("JSON").AsObject().Delete("stringify");
        global.Get("Math").AsObject().Delete("random");
        global.Get("Date").AsObject().Delete("now");
        global.Get("Object").AsObject().Delete("setPrototypeOf");

        Replace(engine, "Array", "join", (self, arguments) => Join(engine, self, arguments));
        Limit(engine, "String", "repeat", (text, arguments) => text.Length * Positive(arguments, 0));
        Limit(engine, "String", "padStart", (text, arguments) => Positive(arguments, 0));
        Limit(engine, "String", "padEnd", (text, arguments) => Positive(arguments, 0));
        Limit(engine, "String", "replace", ReplacedLength);
        Limit(engine, "String", "replaceAll", ReplacedLength);
    }

    private static ObjectInstance PrototypeOf(Engine engine, string type) => engine.Global.Get(type).AsObject().Get("prototype").AsObject();

    private static void Delete(Engine engine, string type, params ReadOnlySpan<string> names)
    {
        ObjectInstance prototype = PrototypeOf(engine, type);
        foreach (string name in names)
        {
            prototype.Delete(name);
        }
    }

    private static void Replace(Engine engine, string type, string name, Func<JsValue, JsValue[], JsValue> function) =>
        PrototypeOf(engine, type).Set(name, new ClrFunction(engine, name, function));

    /// <summary>Has a function of texts fail where what it makes could be too long.</summary>
    private static void Limit(Engine engine, string type, string name, Func<string, JsValue[], double> longest)
    {
        JsValue original = PrototypeOf(engine, type).Get(name);
        Replace(engine, type, name, (self, arguments) =>
        {
            if (self.IsString() && longest(self.AsString(), arguments) > SandboxLimits.TextLength)
            {
                throw TooLong(engine);
            }

            return engine.Call(original, self.IsString() ? self : JsValue.FromObject(engine, TypeConverter.ToString(self)), arguments);
        });
    }

    private static double Positive(JsValue[] arguments, int index) =>
        arguments.Length > index ? Math.Max(0.0, TypeConverter.ToNumber(arguments[index])) : 0.0;

    /// <summary>The most that replacing can make of a text: each of its characters, and its ends, may become the replacement, and that may quote the whole.</summary>
    private static double ReplacedLength(string text, JsValue[] arguments)
    {
        if (arguments.Length < 2 || !arguments[1].IsString())
        {
            return 0.0;
        }

        string replacement = arguments[1].AsString();
        double each = replacement.Contains('$', StringComparison.Ordinal) ? replacement.Length * (text.Length + 1.0) : replacement.Length;
        bool isOnce = arguments[0].IsString();
        return isOnce && !arguments[0].AsString().Equals("", StringComparison.Ordinal)
            ? text.Length + each * Math.Max(1, text.Length / arguments[0].AsString().Length)
            : text.Length + each * (text.Length + 1.0);
    }

    private static JsString Join(Engine engine, JsValue self, JsValue[] arguments)
    {
        string separator = arguments.Length == 0 || arguments[0].IsUndefined() ? "," : TypeConverter.ToString(arguments[0]);
        ObjectInstance list = self.AsObject();
        double length = TypeConverter.ToNumber(list.Get("length"));
        if (length > SandboxLimits.ArraySize)
        {
            throw TooLong(engine);
        }

        StringBuilder joined = new();
        for (int i = 0; i < length; i++)
        {
            engine.Constraints.Check();
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            JsValue item = list.Get(i);
            string text = item.IsNull() || item.IsUndefined() ? "" : TypeConverter.ToString(item);
            if (joined.Length + (double)separator.Length + text.Length > SandboxLimits.TextLength)
            {
                throw TooLong(engine);
            }

            joined.Append(i == 0 ? "" : separator).Append(text);
        }

        return new JsString(joined.ToString());
    }

    private static JavaScriptException TooLong(Engine engine) => new(engine.Intrinsics.TypeError, "the text would be too long");
}
