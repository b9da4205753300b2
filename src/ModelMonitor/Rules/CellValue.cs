using System.Text;
using Jint.Native;
using ModelMonitor.Statistics;

namespace ModelMonitor.Rules;

/// <summary>What a cell is to a rule: a number, true or false, a text, or null for a missing one.</summary>
internal static class CellValue
{
    /// <summary>The value of a cell's text; a number that no double holds stays a text.</summary>
    public static JsValue Of(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return JsValue.Null;
        }

        CellType type = CellParser.Parse(cell, out double number);
        return type switch
        {
            CellType.Integral or CellType.Fractional when double.IsFinite(number) => JsNumber.Create(number),
            CellType.Boolean => cell[0] == (byte)'t' ? JsBoolean.True : JsBoolean.False,
            _ => new JsString(Encoding.UTF8.GetString(cell)),
        };
    }
}
