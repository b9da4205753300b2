using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A table of plain lines that never goes beyond the screen: one row, one line; what is too wide is cut.</summary>
/// <remarks>Unlike Spectre's, it lets a row's last cell span the columns that are left, and leaves no space at the ends of lines.</remarks>
/// <param name="columns">The columns.</param>
internal sealed class TextTable(params TableColumn[] columns)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int NarrowestShrunk = 8;

    private readonly List<Cell[]> _rows = [];

    /// <summary>Adds a row; the last of fewer cells than columns spans the rest.</summary>
    public void Add(params Cell[] cells) => _rows.Add(cells);

    /// <summary>Writes the table with its headings.</summary>
    public void WriteTo(IAnsiConsole screen)
    {
        int[] widths = Measure(screen.Profile.Width);
        Cell[] headers = Array.ConvertAll(columns, column => new Cell(column.Header, Color.Grey));
        WriteRow(screen, headers, widths);
        WriteRow(screen, Array.ConvertAll(widths, width => new Cell(new string('─', width), Color.Grey)), widths);
        foreach (Cell[] row in _rows)
        {
            WriteRow(screen, row, widths);
        }
    }

    private int[] Measure(int screenWidth)
    {
        int[] widths = Array.ConvertAll(columns, column => DisplayText.WidthOf(column.Header));
        foreach (Cell[] row in _rows)
        {
            int alone = row.Length == columns.Length ? row.Length : row.Length - 1;
            for (int i = 0; i < alone; i++)
            {
                widths[i] = Math.Max(widths[i], Math.Min(row[i].Width, columns[i].MaximumWidth));
            }
        }

        int room = screenWidth - Indent - Span(widths, 0);
        if (room > 0)
        {
            // What a spanning cell needs beyond its columns widens the last of them.
            IEnumerable<Cell[]> spanning = _rows.Where(row => row.Length < columns.Length);
            int missing = spanning.Select(row => row[^1].Width - Span(widths, row.Length - 1)).DefaultIfEmpty().Max();
            widths[^1] += Math.Clamp(missing, 0, room);
        }

        Shrink(widths, by: -room);
        return widths;
    }

    /// <summary>Takes columns of the screen from those of the table that shrink, always from the widest.</summary>
    private void Shrink(int[] widths, int by)
    {
        for (; by > 0; by--)
        {
            int widest = -1;
            for (int i = 0; i < columns.Length; i++)
            {
                if (columns[i].Shrinks && widths[i] > NarrowestShrunk && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static int Span(int[] widths, int first) => widths[first..].Sum() + Gap * (widths.Length - first - 1);

    private void WriteRow(IAnsiConsole screen, Cell[] cells, int[] widths)
    {
        StyledLine line = new(screen.Profile.Width);
        line.AddSpace(Indent);
        for (int i = 0; i < cells.Length; i++)
        {
            bool spans = i == cells.Length - 1 && cells.Length < widths.Length;
            int width = spans ? Span(widths, i) : widths[i];
            IReadOnlyList<Piece> pieces = cells[i].Fit(width);
            int space = width - pieces.Sum(piece => DisplayText.WidthOf(piece.Text));
            bool isRight = columns[i].IsRight && !spans;
            line.AddSpace(isRight ? space : 0);
            line.Add(pieces);
            line.AddSpace((isRight ? 0 : space) + Gap);
        }

        line.WriteTo(screen);
    }
}
