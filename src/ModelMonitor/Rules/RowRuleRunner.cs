using System.Buffers;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;
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
    private readonly Sandbox _sandbox = new(SandboxLimits.OfBatch);
    private readonly JsValue _function;
    private readonly JsObject _row;
    private readonly JsValue[] _arguments;
    private readonly List<(int Column, string Name, JsString Key)> _cells = [];
    private RowBatch _batch = new();
    private int _position;
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
        _function = rule.LoopIn(_sandbox, RuleNames.Row);
        _row = new JsObject(_sandbox.Engine);
        _arguments = [_row, new ClrFunction(_sandbox.Engine, "next", (_, arguments) => Take(arguments[0]))];
    }

    /// <summary>Evaluates the rule for each row of a batch.</summary>
    /// <remarks>One call goes over many rows, for a call costs more than a rule. One that fails ends at its row, and the next begins behind it.</remarks>
    public void Add(RowBatch batch)
    {
        FindColumns();
        _batch = batch;
        _position = 0;
        while (_position < batch.RowCount)
        {
            if (_limits == MostLimits)
            {
                _counts.AddError("it met its limits too often and was given up", batch.RowCount - _position);
                return;
            }

            try
            {
                Load();
                _sandbox.Call(_function, _arguments);
            }
            catch (ScriptException exception)
            {
                ScriptProblem problem = CompiledRule.WithoutFirstLine(exception.Problem);
                _limits += problem.IsLimit ? 1 : 0;
                _counts.AddError(problem.ToString());
                Keep(batch, _position++);
            }
        }
    }

    /// <summary>Takes the rule's value for the row that is loaded, and loads the next.</summary>
    private JsBoolean Take(JsValue value)
    {
        if (!value.IsBoolean())
        {
            throw CompiledRule.NeitherTrueNorFalse(value);
        }

        if (value.AsBoolean())
        {
            _counts.AddPassed();
        }
        else
        {
            _counts.AddFailed();
            Keep(_batch, _position);
        }

        _position++;
        if (_position == _batch.RowCount)
        {
            return JsBoolean.False;
        }

        Load();
        return JsBoolean.True;
    }

    private void Load()
    {
        foreach ((int column, _, JsString key) in _cells)
        {
            _row.Set(key, CellValue.Of(_batch.Cell(_position, column)));
        }
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
        ArrayBufferWriter<byte> content = new();
        using (Utf8JsonWriter writer = new(content, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach ((int column, string name, _) in _cells.OrderBy(cell => cell.Name, StringComparer.Ordinal)
                .TakeWhile(_ => writer.BytesCommitted + writer.BytesPending < LongestContent))
            {
                writer.WritePropertyName(Excerpt.Of(Encoding.UTF8.GetBytes(name)));
                WriteValue(writer, batch.Cell(row, column));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.WrittenSpan);
    }

    /// <summary>A cell as JSON; what only looks like a number to a parser of cells, such as 0025, stays a text.</summary>
    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        if (CellParser.Parse(cell, out double value) is var type && (type == CellType.Boolean || double.IsFinite(value)))
        {
            try
            {
                writer.WriteRawValue(cell);
                return;
            }
            catch (JsonException)
            {
                // Written as a text below.
            }
        }

        writer.WriteStringValue(Excerpt.Of(cell));
    }
}
