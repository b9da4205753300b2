using System.Globalization;
using ModelMonitor.Profiling;

namespace ModelMonitor.Attribution;

/// <summary>Finds the columns that hold attributions.</summary>
/// <remarks>
/// Clarify's online explainability answers with JSON, whose members are columns here:
/// <c>explanations.kernel_shap.{record}.{feature}.attributions.{part}.attribution.{label}</c>, and <c>….{feature}.feature_header</c> where
/// the endpoint knows headers. The parts of a text are added up. A file of local SHAP values (<c>explanations_shap/out.csv</c>) has a column
/// for each feature and label, <c>{feature}_{label}</c>, or for each feature.
/// </remarks>
internal sealed class AttributionColumns(ColumnSet columns, IReadOnlyList<string> features, IReadOnlyList<string> labels, bool areLocalValues = false)
{
    private const string Prefix = "explanations.kernel_shap.";
    private const int MaximumLabels = 1_000;

    private readonly List<AttributionColumn> _found = [];
    private int _known;

    /// <summary>The columns by record, feature and label, as far as rows have named any.</summary>
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
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                AddExplained(index, name);
            }
            else
            {
                AddLocal(index, name);
            }
        }

        _found.Sort((one, other) => (one.Record, one.Label, one.Feature).CompareTo((other.Record, other.Label, other.Feature)));
        return _found;
    }

    private void AddExplained(int index, string name)
    {
        string[] parts = name[Prefix.Length..].Split('.');
        if (parts is [string record, string feature, "attributions", _, "attribution", string label]
            && TryRead(record, out int recordNumber) && TryRead(feature, out int featureNumber)
            && TryRead(label, out int labelNumber) && labelNumber < Math.Max(labels.Count, features.Count == 0 ? MaximumLabels : 1))
        {
            int header = columns.IndexOf($"{Prefix}{record}.{feature}.feature_header");
            string? known = header < 0 && featureNumber < features.Count ? features[featureNumber] : null;
            _found.Add(new AttributionColumn(index, recordNumber, labelNumber, featureNumber, known, header, IsOnline: true));
        }
    }

    private void AddLocal(int index, string name)
    {
        for (int label = 0; label < labels.Count; label++)
        {
            string end = "_" + labels[label];
            if (name.EndsWith(end, StringComparison.Ordinal) && IsFeature(name[..^end.Length]))
            {
                _found.Add(new AttributionColumn(index, 0, label, index, name[..^end.Length], -1, IsOnline: false));
                return;
            }
        }

        if (IsFeature(name))
        {
            _found.Add(new AttributionColumn(index, 0, 0, index, name, -1, IsOnline: false));
        }
    }

    private bool IsFeature(string name) => areLocalValues && features.Count == 0 ? name.Length > 0 : features.Contains(name, StringComparer.Ordinal);

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
