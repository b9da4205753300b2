using System.Runtime.CompilerServices;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace ModelMonitor.Scripting;

/// <summary>
/// Has the engine's limits checked each time that one of its own functions is called. By itself it checks them between statements, and
/// of <c>list.map("x".repeat.bind("x", 1e6))</c> there is but one.
/// </summary>
internal static class SandboxMeter
{
    private static readonly string[] Types = ["Object", "Array", "String", "RegExp", "Map", "Set", "Date", "JSON"];

    /// <summary>Replaces the functions of all that a script can reach by ones that check first.</summary>
    public static void Install(Engine engine)
    {
        ObjectInstance root = PrototypeOf(engine, "Object")!;
        HashSet<ObjectInstance> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string type in Types)
        {
            ObjectInstance constructor = engine.Global.Get(type).AsObject();
            for (ObjectInstance? holder = constructor; holder is not null && seen.Add(holder); holder = holder.Prototype)
            {
                Wrap(engine, holder, checkSelf: null);
            }

            if (PrototypeOf(engine, type) is { } prototype && seen.Add(prototype))
            {
                Wrap(engine, prototype, type switch { "Array" => CheckList, "String" => CheckText, _ => null });
            }
        }

        JsValue iterators = engine.Evaluate("[[].values(), new Map().values(), new Set().values(), 'a'.matchAll(/a/g), (function* () { })()]");
        foreach (JsValue iterator in iterators.AsArray())
        {
            for (ObjectInstance? holder = iterator.AsObject(); holder is not null && holder != root; holder = holder.Prototype)
            {
                if (seen.Add(holder))
                {
                    Wrap(engine, holder, checkSelf: null);
                }
            }
        }
    }

    private static ObjectInstance? PrototypeOf(Engine engine, string type) => engine.Global.Get(type).AsObject().Get("prototype") as ObjectInstance;

    private static void Wrap(Engine engine, ObjectInstance holder, Action<Engine, JsValue>? checkSelf)
    {
        foreach (JsValue key in holder.GetOwnPropertyKeys())
        {
            PropertyDescriptor property = holder.GetOwnProperty(key);
            if (!key.IsString() || key == "constructor" || property.IsAccessorDescriptor() || property.Value is not Function function)
            {
                continue;
            }

            ClrFunction metered = new(
                engine,
                key.AsString(),
                (self, arguments) =>
                {
                    engine.Constraints.Check();
                    RuntimeHelpers.EnsureSufficientExecutionStack();
                    checkSelf?.Invoke(engine, self);
                    return engine.Call(function, self, arguments);
                },
                (int)function.Get("length").AsNumber());
            holder.FastSetProperty(key, new PropertyDescriptor(metered, writable: true, enumerable: false, configurable: true));
        }
    }

    /// <summary>What only says that it is long is gone through all the same: a list is an array, or has a length that is its own and stays.</summary>
    private static void CheckList(Engine engine, JsValue self)
    {
        bool isFine = self switch
        {
            JsArray array => array.Length <= SandboxLimits.ArraySize,
            ObjectInstance other => other.GetOwnProperty("length") is var length
                && (length == PropertyDescriptor.Undefined || !length.IsAccessorDescriptor() && length.Value is JsNumber number
                    && number.AsNumber() <= SandboxLimits.ArraySize),
            _ => true,
        };
        if (!isFine)
        {
            throw new JavaScriptException(engine.Intrinsics.TypeError, "the list is too long");
        }
    }

    private static void CheckText(Engine engine, JsValue self)
    {
        if (self is JsString text && text.Length > SandboxLimits.TextLength)
        {
            throw new JavaScriptException(engine.Intrinsics.TypeError, "the text is too long");
        }
    }
}
