using Acornima;
using Acornima.Ast;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>Reads the expression of a rule and refuses what rules may not use.</summary>
/// <remarks>
/// Rules are expressions without assignments, functions of their own, <c>new</c> and recursion: what is left cannot
/// loop, nor keep anything from one row to the next, so that the result is the same however rows are divided. The
/// only functions are arrows given to a method, as in <c>[1, 2].includes(x)</c> and <c>xs.some(x => x > 1)</c>; a method that is not
/// called has no name, so that none of the engine's own is handed to another, which would keep something, or take what no limit sees.
/// </remarks>
internal sealed class RuleExpressionReader
{
    private const int LongestPattern = 200;
    private const int MostColumns = 1_000;

    private readonly RuleScope _scope;
    private readonly List<string> _parameters = [];
    private readonly SortedSet<string> _columns = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _series = [];
    private bool _usesAnyColumn;
    private TimeSpan _span;

    private RuleExpressionReader(RuleScope scope) => _scope = scope;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ScriptException">It is none, or not one that rules may use.</exception>
    public static RuleExpression Read(string source, RuleScope scope)
    {
        RuleExpressionReader reader = new(scope);
        Sandbox.Guard(() =>
        {
            Expression expression = new Parser().ParseExpression(source, sourceFile: null, strict: true);
            reader.Check(expression);
            return true;
        });
        bool isAny = reader._usesAnyColumn || reader._columns.Count > MostColumns;
        return new RuleExpression(source, scope, isAny ? null : [.. reader._columns], reader._span)
        {
            Code = reader._series.Reverse().Aggregate(source, (code, place) => code.Insert(place, HistorySeries.Mark)),
        };
    }

    private void Check(Node node)
    {
        switch (node)
        {
            case BigIntLiteral:
                throw Refuse(node, "integers that end in n are not of rules");
            case RegExpLiteral pattern when pattern.Raw.Length > LongestPattern:
                throw Refuse(node, $"a regular expression may have {LongestPattern} characters");
            case Literal:
                break;
            case Identifier identifier:
                CheckName(identifier);
                break;
            case MemberExpression member:
                CheckMember(member);
                break;
            case CallExpression call:
                CheckCall(call);
                break;
            case UpdateExpression:
                throw Refuse(node, "a rule changes nothing; it has no ++ and --");
            case UnaryExpression { Operator: Operator.Delete }:
                throw Refuse(node, "a rule changes nothing; it has no delete");
            case BinaryExpression or UnaryExpression or ConditionalExpression or ArrayExpression
                or ChainExpression or TemplateLiteral or TemplateElement or ParenthesizedExpression:
                CheckChildren(node);
                break;
            case AssignmentExpression:
                throw Refuse(node, "a rule changes nothing; compare with === instead of =");
            default:
                throw Refuse(node, $"{Describe(node)} is not of rules");
        }
    }

    private void CheckChildren(Node node)
    {
        foreach (Node child in node.ChildNodes)
        {
            Check(child);
        }
    }

    private void CheckName(Identifier identifier)
    {
        if (_parameters.Contains(identifier.Name))
        {
            return;
        }

        if (!RuleNames.IsKnown(identifier.Name, _scope))
        {
            throw Refuse(identifier, $"'{identifier.Name}' is nothing here; there is {string.Join(", ", RuleNames.ValuesOf(_scope))}");
        }

        _usesAnyColumn |= identifier.Name == RuleNames.Row;
    }

    private void CheckMember(MemberExpression member)
    {
        string? name = NameOf(member);
        if (name is "constructor" or "prototype" or "__proto__")
        {
            throw Refuse(member.Property, $"'{name}' is not of rules");
        }

        bool isColumn = member.Object is Identifier { Name: RuleNames.Row or RuleNames.Current or RuleNames.Baseline } root && !_parameters.Contains(root.Name);
        if (name is not null && isColumn && member.Object is Identifier { Name: RuleNames.Row })
        {
            _columns.Add(name);
            return;
        }

        if (!isColumn)
        {
            CheckProperty(member, name);
        }

        Check(member.Object);
        if (member.Computed)
        {
            Check(member.Property);
        }
    }

    /// <summary>A property of a value: one that is no function, or an index; what is under <c>columns</c> and <c>categories</c> may have any name.</summary>
    private void CheckProperty(MemberExpression member, string? name)
    {
        if (_scope == RuleScope.Profile && member.Object is MemberExpression holder && NameOf(holder) is "columns" or "categories")
        {
            return;
        }

        if (name is null ? member.Property is not NumericLiteral : RuleNames.IsNativeFunction(name))
        {
            throw Refuse(member.Property, name is null ? "expected an index that is a number" : $"'{name}' is a function and has to be called");
        }
    }

    private void CheckCall(CallExpression call)
    {
        switch (call.Callee)
        {
            case Identifier function when RuleNames.IsFunction(function.Name, _scope) && HistorySeries.TakesSeries(function.Name)
                && !_parameters.Contains(function.Name):
                NoteSeries(call, function.Name);
                NoteSpan(call, function.Name);
                break;
            case Identifier function when RuleNames.IsFunction(function.Name, _scope) && !_parameters.Contains(function.Name):
                break;
            case MemberExpression { Computed: false, Property: Identifier method } member when RuleNames.IsMethod(method.Name):
                Check(member.Object);
                break;
            case MemberExpression { Computed: false, Property: Identifier method }:
                throw Refuse(method, $"the function '{method.Name}' is not of rules");
            default:
                throw Refuse(call, call.Callee is Identifier named
                    ? $"the function '{named.Name}' is not of rules over a {_scope.ToString().ToLowerInvariant()}"
                    : "only functions that have a name can be called");
        }

        foreach (Expression argument in call.Arguments)
        {
            if (argument is ArrowFunctionExpression { Async: false, Body: Expression } arrow && call.Callee is MemberExpression)
            {
                CheckArrow(arrow);
            }
            else
            {
                Check(argument);
            }
        }
    }

    private void CheckArrow(ArrowFunctionExpression arrow)
    {
        int outer = _parameters.Count;
        foreach (Node parameter in arrow.Params)
        {
            _parameters.Add(parameter is Identifier identifier ? identifier.Name : throw Refuse(parameter, "a parameter is a name alone"));
        }

        Check(arrow.Body);
        _parameters.RemoveRange(outer, _parameters.Count - outer);
    }

    private void NoteSeries(CallExpression call, string function)
    {
        Expression? first = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        string? name = first switch
        {
            Identifier identifier when HistorySeries.Names.Contains(identifier.Name, StringComparer.Ordinal) => identifier.Name,
            CallExpression { Callee: Identifier callee } when HistorySeries.IsSeries(callee.Name) => callee.Name,
            _ => null,
        };
        if (name is null || _parameters.Contains(name))
        {
            throw Refuse(first ?? (Node)call, $"{function} needs a series as its first argument, such as violations or drift(\"NAME\")");
        }

        _series.Add(first!.Range.Start);
    }

    private void NoteSpan(CallExpression call, string function)
    {
        if (!HistorySeries.HasSpan(function))
        {
            return;
        }

        Expression? last = call.Arguments.Count > 1 ? call.Arguments[1] : null;
        if (last is not StringLiteral literal || !HistorySpan.TryParse(literal.Value, out TimeSpan span))
        {
            throw Refuse(last ?? (Node)call, $"{function} needs a span as its second argument, such as \"24h\", \"90m\" or \"7d\" (at most {HistorySpan.LongestDays}d)");
        }

        _span = span > _span ? span : _span;
    }

    private static string? NameOf(MemberExpression member) => member switch
    {
        { Computed: false, Property: Identifier identifier } => identifier.Name,
        { Computed: true, Property: StringLiteral literal } => literal.Value,
        _ => null,
    };

    private static string Describe(Node node) => node switch
    {
        FunctionExpression or ArrowFunctionExpression => "a function of its own",
        ClassExpression => "a class",
        NewExpression => "new",
        ThisExpression => "this",
        ObjectExpression => "an object of its own",
        SequenceExpression => "a list of expressions",
        AwaitExpression => "await",
        ImportExpression => "import",
        TaggedTemplateExpression => "a tagged template",
        SpreadElement => "a spread",
        _ => node.TypeText,
    };

    private static ScriptException Refuse(Node node, string message) =>
        new(new ScriptProblem(message, node.Location.Start.Line, node.Location.Start.Column + 1));
}
