using Acornima;
using Acornima.Ast;
using Jint.Native;
using Jint.Native.Object;

namespace ModelMonitor.Scripting;

/// <summary>
/// What a script has besides its functions: constants that stay as they are. So nothing is kept from one record to the next, memory
/// does not grow, and the result is the same however records are divided.
/// </summary>
internal static class ScriptConstants
{
    private const string Rule = "outside its functions a script has constants alone, of numbers, texts, lists, objects and functions: nothing is kept from call to call";

    /// <summary>Reads a script and refuses what would keep something.</summary>
    /// <returns>The names of its functions and constants.</returns>
    /// <exception cref="ScriptException">It is no script, or would keep something.</exception>
    public static IReadOnlyList<string> Read(string source) => Sandbox.Guard(() =>
    {
        List<string> names = [];
        foreach (Statement statement in new Parser().ParseScript(source, sourceFile: null, strict: true).Body)
        {
            switch (statement)
            {
                case EmptyStatement or Directive:
                    break;
                case FunctionDeclaration { Id: { } function }:
                    names.Add(function.Name);
                    break;
                case VariableDeclaration { Kind: VariableDeclarationKind.Const } constants:
                    names.AddRange(constants.Declarations.Select(NameOf));
                    break;
                default:
                    throw Refuse(statement);
            }
        }

        return names;
    });

    /// <summary>Freezes the constants and functions of a script that has been run.</summary>
    public static void Freeze(Sandbox sandbox, IReadOnlyList<string> names)
    {
        HashSet<ObjectInstance> seen = new(ReferenceEqualityComparer.Instance);
        Stack<JsValue> left = new(names.Select(name => sandbox.Run(name)));
        while (left.TryPop(out JsValue? value))
        {
            if (value is ObjectInstance holder && seen.Add(holder))
            {
                foreach (JsValue key in holder.GetOwnPropertyKeys())
                {
                    left.Push(holder.GetOwnProperty(key).Value ?? JsValue.Undefined);
                }

                SandboxMeter.Freeze(sandbox.Engine, holder);
            }
        }
    }

    private static string NameOf(VariableDeclarator declared) =>
        declared is { Id: Identifier name, Init: { } value } && IsConstant(value) ? name.Name : throw Refuse(declared);

    private static bool IsConstant(Node? node) => node switch
    {
        RegExpLiteral pattern => !pattern.RegExp.Flags.AsSpan().ContainsAny('g', 'y'),
        Literal or Identifier or TemplateElement or FunctionExpression or ArrowFunctionExpression => true,
        MemberExpression or UnaryExpression { Operator: not Operator.Delete } or BinaryExpression or ConditionalExpression or TemplateLiteral or ArrayExpression
            or ParenthesizedExpression => node is not UpdateExpression && node.ChildNodes.All(IsConstant),
        ObjectExpression listed => listed.Properties.All(property => property is ObjectProperty { Kind: PropertyKind.Init, Computed: false, Value: var value } && IsConstant(value)),
        _ => false,
    };

    private static ScriptException Refuse(Node node) => new(new ScriptProblem(Rule, node.Location.Start.Line, node.Location.Start.Column + 1));
}
