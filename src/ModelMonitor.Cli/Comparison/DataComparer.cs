using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Comparison;

/// <summary>Reads two sides and compares them, column by column.</summary>
/// <param name="terminal">Shows progress.</param>
internal sealed class DataComparer(Terminal terminal)
{
    /// <summary>Compares.</summary>
    /// <exception cref="ConfigurationException">A side cannot be read, or the two have no column in common, or not the one asked for.</exception>
    public async Task<DataComparison> CompareAsync(
        string reference,
        string current,
        string? column,
        IReadOnlyList<DistanceMethod> methods,
        CatalogueChoice? catalogue,
        bool hasNoHeader,
        CancellationToken cancellationToken)
    {
        (ComparedData before, ComparedData now) =
            await ReadAsync(reference, current, hasNoHeader, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ColumnComparison> columns = ColumnComparer.Compare(before.Columns, now.Columns, methods);
        if (catalogue is not null)
        {
            columns = [.. columns.Select(catalogue.Measure)];
        }

        if (column is not null)
        {
            columns = [Find(columns, column)];
        }
        else if (!columns.Any(compared => compared is { Reference: not null, Current: not null }))
        {
            throw new ConfigurationException(
                "--current", "", $"no column is in both: the reference has {Names(before)}, the current data have {Names(now)}.");
        }

        return new DataComparison(before, now, methods, columns);
    }

    /// <summary>Reads the side that knows its columns first: captured CSV has no names of its own.</summary>
    private async Task<(ComparedData Reference, ComparedData Current)> ReadAsync(
        string reference, string current, bool hasNoHeader, CancellationToken cancellationToken)
    {
        ComparedData? before = await ComparedData.ReadStatisticsAsync(reference, "--reference", cancellationToken).ConfigureAwait(false);
        ComparedData? now = await ComparedData.ReadStatisticsAsync(current, "--current", cancellationToken).ConfigureAwait(false);
        InputFormat? beforeFormat = before is null
            ? await ComparedData.DetectFormatAsync(reference, "--reference", hasNoHeader, cancellationToken).ConfigureAwait(false)
            : null;
        InputFormat? nowFormat = now is null
            ? await ComparedData.DetectFormatAsync(current, "--current", hasNoHeader, cancellationToken).ConfigureAwait(false)
            : null;
        if (now is null && beforeFormat == InputFormat.Capture && nowFormat != InputFormat.Capture)
        {
            now = await ComparedData.ProfileAsync(
                terminal, current, "--current", nowFormat!.Value, columns: null, cancellationToken).ConfigureAwait(false);
        }

        before ??= await ComparedData.ProfileAsync(
            terminal, reference, "--reference", beforeFormat!.Value, Names(beforeFormat, now), cancellationToken).ConfigureAwait(false);
        now ??= await ComparedData.ProfileAsync(
            terminal, current, "--current", nowFormat!.Value, Names(nowFormat, before), cancellationToken).ConfigureAwait(false);
        return (before, now);
    }

    private static string[]? Names(InputFormat? format, ComparedData? other) =>
        format is InputFormat.Capture or InputFormat.CsvWithoutHeader && other is not null
            ? [.. other.Columns.Select(column => column.Name)]
            : null;

    private static ColumnComparison Find(IReadOnlyList<ColumnComparison> columns, string name)
    {
        if (columns.FirstOrDefault(column => column.Name == name) is not { } found)
        {
            string hint = EditDistance.FindNearest(name, columns.Select(column => column.Name)) is { } nearest
                ? $"; did you mean '{nearest}'?"
                : $"; the first are {string.Join(", ", columns.Take(5).Select(column => Quote(column.Name)))}.";
            throw new ConfigurationException("--column", "", $"there is no column '{name}'{hint}");
        }

        string side = found.Current is null ? "the reference" : "the current data";
        return found is { Reference: not null, Current: not null }
            ? found
            : throw new ConfigurationException("--column", "", $"'{name}' is only in {side}: there is nothing to compare it with.");
    }

    private static string Quote(string name) => $"'{DisplayText.Fit(name, 32)}'";

    private static string Names(ComparedData data)
    {
        const int Most = 5;
        string names = string.Join(", ", data.Columns.Take(Most).Select(column => Quote(column.Name)));
        return data.Columns.Count > Most ? names + " …" : names;
    }
}
