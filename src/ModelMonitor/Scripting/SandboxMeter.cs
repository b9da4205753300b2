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
        foreach ((ObjectInstance holder, string? type) in HoldersOf(engine))
        {
            Action<Engine, JsValue>? checkSelf = type switch { "Array" => CheckList, "String" => CheckText, _ => null };
            foreach ((JsValue key, Function function) in FunctionsOf(holder))
            {
                holder.FastSetProperty(
                    key, new PropertyDescriptor(Metered(engine, key, function, checkSelf), writable: true, enumerable: false, configurable: true));
            }
        }
    }

    /// <summary>The names of all these functions.</summary>
    public static HashSet<string> FunctionNames() =>
        [.. HoldersOf(new Engine()).SelectMany(holder => FunctionsOf(holder.Holder)).Select(function => function.Key.AsString())];

    /// <summary>Lets nobody add to what all values inherit from, or change what is global: nothing is kept there from call to call.</summary>
    public static void Seal(Engine engine)
    {
        foreach ((ObjectInstance holder, _) in HoldersOf(engine))
        {
            holder.PreventExtensions();
        }

        Freeze(engine, engine.Global);
    }

    /// <summary>Makes an object one that stays as it is.</summary>
    public static void Freeze(Engine engine, JsValue value) => engine.Call(engine.Evaluate("Object.freeze"), JsValue.Undefined, [value]);

    /// <summary>What holds the functions, and of prototypes their type.</summary>
    private static IEnumerable<(ObjectInstance Holder, string? Type)> HoldersOf(Engine engine)
    {
        ObjectInstance root = PrototypeOf(engine, "Object")!;
        HashSet<ObjectInstance> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string type in Types)
        {
            if (PrototypeOf(engine, type) is { } prototype && seen.Add(prototype))
            {
                yield return (prototype, type);
            }
        }

        JsValue others = engine.Evaluate("[[].values(), new Map().values(), new Set().values(), 'a'.matchAll(/a/g), (function* () { })()]");
        foreach (ObjectInstance start in others.AsArray().Concat(Types.Select(type => engine.Global.Get(type))).Cast<ObjectInstance>())
        {
            for (ObjectInstance? holder = start; holder is not null && holder != root; holder = holder.Prototype)
            {
                if (seen.Add(holder))
                {
                    yield return (holder, null);
                }
            }
        }
    }

    private static IEnumerable<(JsValue Key, Function Function)> FunctionsOf(ObjectInstance holder) =>
        from key in holder.GetOwnPropertyKeys()
        where key.IsString() && key != "constructor"
        let property = holder.GetOwnProperty(key)
        where !property.IsAccessorDescriptor() && property.Value is Function
        select (key, (Function)property.Value);

    private static ClrFunction Metered(Engine engine, JsValue name, Function function, Action<Engine, JsValue>? checkSelf) => new(
        engine,
        name.AsString(),
        (self, arguments) =>
        {
            engine.Constraints.Check();
            RuntimeHelpers.EnsureSufficientExecutionStack();
            checkSelf?.Invoke(engine, self);
            return engine.Call(function, self, arguments);
        },
        (int)function.Get("length").AsNumber());

    private static ObjectInstance? PrototypeOf(Engine engine, string type) => engine.Global.Get(type).AsObject().Get("prototype") as ObjectInstance;

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
