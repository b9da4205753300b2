using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Native.Object;
using Jint.Runtime;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Scripting;

namespace ModelMonitor.Capture;

/// <summary>Lets a monitor's script turn captured records into rows: one, several or none.</summary>
public sealed class RecordPreprocessor
{
    private const string Function = "preprocess";

    /// <summary>The most rows that a record may become.</summary>
    private const int MostRows = 10_000;

    /// <summary>A script that meets its limits so often is given up for the shard.</summary>
    private const int MostLimits = 20;

    private readonly MonitorScript _script;
    private readonly RowRuleCounts _counts;
    private readonly RecordBuffer _rows;
    private readonly RowWriter _writer;
    private readonly List<int> _places = [];
    private int _limits;

    /// <summary>Creates a preprocessor.</summary>
    /// <param name="script">The script's text, which is sound.</param>
    /// <param name="counts">Counts the records.</param>
    /// <param name="columns">The columns, to which those of the rows are added.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts the rows.</param>
    internal RecordPreprocessor(string script, RowRuleCounts counts, ColumnSet columns, IRowSink sink, ReadingReport report)
    {
        _script = new MonitorScript(script, Function, SandboxLimits.OfRow);
        _counts = counts;
        _rows = new RecordBuffer(columns);
        _writer = new RowWriter(columns, positional: null, sink, report);
    }

    /// <summary>Turns a record into rows. Each has the label of its place in the array, where null and undefined stand for records that are dropped.</summary>
    /// <param name="line">The record, valid JSON.</param>
    /// <param name="file">Where it comes from.</param>
    /// <param name="number">Its line.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    /// <param name="eventId">The hash of the event's id; the default for none.</param>
    public bool TryWrite(ReadOnlySpan<byte> line, string file, long number, out string reason, UInt128 eventId = default)
    {
        if (_limits == MostLimits)
        {
            reason = "preprocess met its limits too often and was given up";
            _counts.AddError(reason);
            return false;
        }

        try
        {
            string text = Encoding.UTF8.GetString(line);
            JsValue answer = _script.Call(Sandbox.Guard(() => RecordOf(text)));
            _rows.Clear();
            _places.Clear();
            Sandbox.Guard(() =>
            {
                Read(answer);
                return true;
            });
            reason = "";
        }
        catch (ScriptException exception)
        {
            _limits += exception.Problem.IsLimit ? 1 : 0;
            reason = $"preprocess: {exception.Message}";
            _counts.AddError(exception.Message);
            return false;
        }

        if (_rows.RecordCount == 0)
        {
            _counts.AddFailed();
            return true;
        }

        _counts.AddPassed();
        _writer.File = file;
        for (int i = 0; i < _rows.RecordCount; i++)
        {
            _writer.Event = new EventKey(eventId, _places[i]);
            _writer.TryWrite(_rows.Record(i, _rows.Text), default, number);
        }

        return true;
    }

    /// <summary>Hands what was written to the sink.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>The record as captured; data in BASE64 is text here.</summary>
    private JsValue RecordOf(string text)
    {
        JsValue record = new JsonParser(_script.Sandbox.Engine, SandboxLimits.Depth).Parse(text);
        if (record is ObjectInstance root && root.Get("captureData") is ObjectInstance data)
        {
            Decode(data.Get("endpointInput"));
            Decode(data.Get("endpointOutput"));
        }

        return record;
    }

    private static void Decode(JsValue side)
    {
        if (side is not ObjectInstance part || !part.Get("encoding").IsString() || part.Get("encoding").AsString() != "BASE64" || !part.Get("data").IsString())
        {
            return;
        }

        byte[] bytes = new byte[part.Get("data").AsString().Length];
        if (Convert.TryFromBase64String(part.Get("data").AsString(), bytes, out int length))
        {
            part.Set("data", new JsString(Encoding.UTF8.GetString(bytes.AsSpan(0, length))));
        }
    }

    private void Read(JsValue answer)
    {
        if (answer is not JsArray list)
        {
            ReadRow(answer, place: 0);
            return;
        }

        if (list.Length > MostRows)
        {
            throw Wrong($"expected at most {MostRows} rows of a record, found {list.Length}");
        }

        for (int i = 0; i < list.Length; i++)
        {
            ReadRow(list[(uint)i], i);
        }
    }

    private void ReadRow(JsValue value, int place)
    {
        if (value.IsUndefined() || value.IsNull())
        {
            return;
        }

        if (value is not JsObject row)
        {
            throw Wrong("expected a plain object of columns, an array of them, or nothing; an async function or a generator returns none");
        }

        foreach (JsValue key in row.GetOwnPropertyKeys(Types.String))
        {
            byte[] name = Encoding.UTF8.GetBytes(key.ToString());
            byte[] cell = Encoding.UTF8.GetBytes(TextOf(row.Get(key), key.ToString()));
            if (name.Length > ColumnSet.MaximumNameLength || !_rows.TryAddNamed(name, _rows.Append(cell), cell.Length))
            {
                throw Wrong("the names of the columns are too long, or too many");
            }
        }

        _rows.EndRecord();
        _places.Add(place);
    }

    private static string TextOf(JsValue value, string name) => value switch
    {
        _ when value.IsUndefined() || value.IsNull() => "",
        _ when value.IsNumber() => double.IsFinite(value.AsNumber()) ? TypeConverter.ToString(value) : "",
        _ when value.IsBoolean() || value.IsString() => TypeConverter.ToString(value),
        _ => throw Wrong($"{(name.Length > 60 ? name[..60] : name)}: expected a number, a text, true, false or null"),
    };

    private static ScriptException Wrong(string message) => new(new ScriptProblem(message, 0, 0));
}
