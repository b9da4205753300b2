using ModelMonitor.Profiling;

namespace ModelMonitor.Capture;

/// <summary>What the rows of captured events are made of, as most of them show it.</summary>
/// <param name="OutputFields">Fields without names in the output.</param>
/// <param name="InputFields">Fields without names in the input.</param>
/// <param name="OutputNames">Names of fields in the output, in the order they were first met.</param>
/// <param name="InputNames">Names of fields in the input, in the order they were first met.</param>
public sealed record CaptureShape(
    int OutputFields, int InputFields, IReadOnlyList<string> OutputNames, IReadOnlyList<string> InputNames)
{
    /// <summary>
    /// Gives each field its column. Fields without names take, in order, the baseline's columns that no field
    /// names; beyond them, and without a baseline, they are called by their place, <c>_c0</c>, <c>_c1</c> …
    /// </summary>
    /// <param name="baseline">The names of the baseline's columns in order; null for no baseline.</param>
    /// <param name="position">Whether the output's fields come before or after the input's.</param>
    /// <returns>A layout that has the columns of the traffic, the baseline's first and in its order.</returns>
    public CaptureLayout CreateLayout(IReadOnlyList<string>? baseline, OutputPosition position = OutputPosition.Start)
    {
        IReadOnlyList<string> first = position == OutputPosition.Start ? OutputNames : InputNames;
        IReadOnlyList<string> second = position == OutputPosition.Start ? InputNames : OutputNames;
        HashSet<string> used = new([.. first, .. second], StringComparer.Ordinal);
        List<string> positional = [];
        foreach (string name in baseline ?? [])
        {
            if (positional.Count < OutputFields + InputFields && used.Add(name))
            {
                positional.Add(name);
            }
        }

        while (positional.Count < OutputFields + InputFields)
        {
            string name = $"_c{positional.Count}";
            while (!used.Add(name))
            {
                name += "_";
            }

            positional.Add(name);
        }

        ColumnSet columns = new();
        foreach (string name in (baseline ?? []).Where(used.Contains).Concat(positional).Concat(first).Concat(second))
        {
            columns.GetOrAdd(name);
        }

        return new CaptureLayout(columns, positional.Count == 0 ? null : positional, position);
    }
}
