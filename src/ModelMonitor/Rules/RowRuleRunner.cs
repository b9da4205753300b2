using System.IO.Hashing;
using System.Text;
using Jint.Native;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Scripting;
using ModelMonitor.Statistics;

namespace ModelMonitor.Rules;

/// <summary>Evaluates one rule for the rows of batches, in a sandbox of its own.</summary>
internal sealed class RowRuleRunner
{
    /// <summary>A rule that meets its limits so often is given up for the shard: the rest of its rows count as errors.</summary>
    private const int MostLimits = 20;

    private readonly CompiledRule _rule;
    private readonly ColumnSet _columns;
    private readonly RowRuleCounts _counts;
    private readonly Sandbox _sandbox = new(SandboxLimits.OfRow);
    private readonly JsValue _function;
    private readonly JsObject _row;
    private readonly JsValue[] _arguments;
    private readonly List<(int Column, string Name, JsString Key)> _cells = [];
    private int _known;
    private int _limits;

    /// <summary>Creates a runner.</summary>
    /// <param name="rule">A rule over rows.</param>
    /// <param name="columns">The columns of the rows, to which a reader may add.</param>
    /// <param name="counts">Takes the results.</param>
    public RowRuleRunner(CompiledRule rule, ColumnSet columns, RowRuleCounts counts)
    {
        _rule = rule;
        _columns = columns;
        _counts = counts;
        _function = rule.FunctionIn(_sandbox, RuleNames.Row);
        _row = new JsObject(_sandbox.Engine);
        _arguments = [_row];
    }

    /// <summary>Evaluates the rule for each row of a batch.</summary>
    public void Add(RowBatch batch)
    {
        FindColumns();
        for (int row = 0; row < batch.RowCount; row++)
        {
            if (_limits == MostLimits)
            {
                _counts.AddError("it met its limits too often and was given up", batch.RowCount - row);
                return;
            }

            Add(batch, row);
        }
    }

    private void Add(RowBatch batch, int row)
    {
        foreach ((int column, _, JsString key) in _cells)
        {
            _row.Set(key, CellValue.Of(batch.Cell(row, column)));
        }

        try
        {
            if (CompiledRule.Evaluate(_sandbox, _function, _arguments))
            {
                _counts.AddPassed();
                return;
            }

            _counts.AddFailed();
        }
        catch (ScriptException exception)
        {
            _limits += exception.Problem.IsLimit ? 1 : 0;
            _counts.AddError(exception.Message);
        }

        Keep(batch, row);
    }

    private void FindColumns()
    {
        for (; _known < _columns.Count; _known++)
        {
            string name = _columns.Names[_known];
            if (_rule.Expression.Columns is null || _rule.Expression.Columns.Contains(name))
            {
                _cells.Add((_known, name, new JsString(name)));
            }
        }
    }

    private void Keep(RowBatch batch, int row)
    {
        XxHash3 hash = new();
        foreach ((int column, _, _) in _cells)
        {
            hash.Append(batch.Cell(row, column));
            hash.Append([0xFF]);
        }

        long key = (long)hash.GetCurrentHashAsUInt64();
        if (_counts.WouldKeep(key))
        {
            _counts.Keep(new FailingRow(key, batch.File, batch.Line(row), Describe(batch, row)));
        }
    }

    private string Describe(RowBatch batch, int row)
    {
        const int LongestContent = 400;
        StringBuilder content = new("{");
        foreach ((int column, string name, _) in _cells.OrderBy(cell => cell.Name, StringComparer.Ordinal))
        {
            ReadOnlySpan<byte> cell = batch.Cell(row, column);
            bool isPlain = !cell.IsEmpty && CellParser.Parse(cell, out double value) is var type
                && (type == CellType.Boolean || double.IsFinite(value));
            content.Append(content.Length > 1 ? "," : "")
                .Append('"').Append(Excerpt.Of(Encoding.UTF8.GetBytes(name))).Append("\":")
                .Append(cell.IsEmpty ? "null" : isPlain ? Excerpt.Of(cell) : $"\"{Excerpt.Of(cell)}\"");
            if (content.Length > LongestContent)
            {
                content.Append('…');
                break;
            }
        }

        return content.Append('}').ToString();
    }
}
