using System.Globalization;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Attribution;

/// <summary>Finds the columns that hold attributions.</summary>
/// <remarks>
/// Of the responses of Clarify's online explainability they are those of <see cref="ExplanationFlattener"/>. A file of local SHAP values (<c>explanations_shap/out.csv</c>) has a column
/// for each feature and label, <c>{feature}_{label}</c>, or for each feature.
/// </remarks>
internal sealed class AttributionColumns(ColumnSet columns, IReadOnlyList<string> features, IReadOnlyList<string> labels, bool areLocalValues = false)
{
    private readonly List<AttributionColumn> _found = [];
    private int _known;

    /// <summary>The columns by label and feature, as far as rows have named any.</summary>
    public IReadOnlyList<AttributionColumn> Find()
    {
        if (_known == columns.Count)
        {
            return _found;
        }

        _known = columns.Count;
        _found.Clear();
        for (int index = 0; index < columns.Count; index++)
        {
            string name = columns.Names[index];
            if (name.StartsWith(ExplanationFlattener.Prefix, StringComparison.Ordinal))
            {
                AddExplained(index, name);
            }
            else
            {
                AddLocal(index, name);
            }
        }

        _found.Sort((one, other) => (one.Label, one.Feature).CompareTo((other.Label, other.Feature)));
        return _found;
    }

    private void AddExplained(int index, string name)
    {
        if (name[ExplanationFlattener.Prefix.Length..].Split('.') is [string feature, ExplanationFlattener.Attribution, string label]
            && TryRead(feature, out int featureNumber) && TryRead(label, out int labelNumber)
            && labelNumber < (features.Count == 0 ? ExplanationFlattener.MaximumLabels : Math.Max(labels.Count, 1)))
        {
            int header = columns.IndexOf($"{ExplanationFlattener.Prefix}{feature}.{ExplanationFlattener.Header}");
            string? known = featureNumber < features.Count ? features[featureNumber] : null;
            _found.Add(new AttributionColumn(index, labelNumber, featureNumber, known, header, IsOnline: true));
        }
    }

    private void AddLocal(int index, string name)
    {
        for (int label = 0; label < labels.Count; label++)
        {
            string end = "_" + labels[label];
            if (name.EndsWith(end, StringComparison.Ordinal) && IsFeature(name[..^end.Length]))
            {
                _found.Add(new AttributionColumn(index, label, index, name[..^end.Length], -1, IsOnline: false));
                return;
            }
        }

        if (IsFeature(name))
        {
            _found.Add(new AttributionColumn(index, 0, index, name, -1, IsOnline: false));
        }
    }

    private bool IsFeature(string name) => areLocalValues && features.Count == 0 ? name.Length > 0 : features.Contains(name, StringComparer.Ordinal);

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
