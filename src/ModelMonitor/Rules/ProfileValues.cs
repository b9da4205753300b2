using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Rules;

/// <summary>Makes profiles what rules and scripts see: an object for each column, and <c>rows</c> for the whole.</summary>
/// <remarks>A column named <c>rows</c> is found as <c>columns.rows</c>. What is not known is null.</remarks>
internal static class ProfileValues
{
    private const string Rows = "rows";

    /// <summary>The profile of a window.</summary>
    public static JsObject Of(Engine engine, DatasetProfile profile)
    {
        JsObject columns = new(engine);
        for (int i = 0; i < profile.Columns.Count; i++)
        {
            columns.Set(profile.Columns.Names[i], Of(engine, profile[i]));
        }

        return Whole(engine, columns, JsNumber.Create(profile.RowCount));
    }

    /// <summary>The statistics of a baseline; without, an object of no columns.</summary>
    public static JsObject Of(Engine engine, StatisticsDocument? statistics)
    {
        JsObject columns = new(engine);
        foreach (FeatureStatistics feature in statistics?.Features ?? [])
        {
            columns.Set(feature.Name, Of(engine, feature));
        }

        return Whole(engine, columns, statistics is null ? JsValue.Null : JsNumber.Create(statistics.ItemCount));
    }

    private static JsObject Whole(Engine engine, JsObject columns, JsValue rows)
    {
        JsObject whole = new(engine);
        foreach (JsValue name in columns.GetOwnPropertyKeys())
        {
            whole.Set(name, columns.Get(name));
        }

        whole.Set("columns", columns);
        whole.Set(Rows, rows);
        return whole;
    }

    private static JsObject Of(Engine engine, ColumnProfile profile)
    {
        MomentsState moments = profile.Moments;
        bool hasNumbers = moments.Count > 0;
        JsObject column = new(engine);
        column.Set("type", new JsString(profile.InferredType.ToString()));
        column.Set("count", JsNumber.Create(profile.Completeness.Present));
        column.Set("missing", JsNumber.Create(profile.Completeness.Missing));
        column.Set("completeness", JsNumber.Create(profile.Completeness.Completeness));
        column.Set("distinct", JsNumber.Create(profile.Distinct.Estimate()));
        column.Set("mean", Number(hasNumbers, moments.Mean));
        column.Set("std", Number(hasNumbers, moments.StandardDeviation));
        column.Set("min", Number(hasNumbers, moments.Minimum));
        column.Set("max", Number(hasNumbers, moments.Maximum));
        column.Set("sum", Number(hasNumbers, moments.Sum));
        JsObject? categories = profile.Categories.IsOverflowed ? null : new JsObject(engine);
        for (int i = 0; categories is not null && i < profile.Categories.Count; i++)
        {
            categories.Set(Encoding.UTF8.GetString(profile.Categories.GetText(i)), JsNumber.Create(profile.Categories.GetCount(i)));
        }

        column.Set("categories", categories ?? JsValue.Null);
        AddQuantile(engine, column, () => hasNumbers ? new SortedView(profile.Sketch) : null);
        return column;
    }

    private static JsObject Of(Engine engine, FeatureStatistics feature)
    {
        NumericalStatistics? numbers = feature.Numerical;
        StringStatistics? texts = feature.String;
        JsObject column = new(engine);
        column.Set("type", new JsString(feature.InferredType.ToString()));
        column.Set("count", JsNumber.Create(numbers?.Present ?? texts?.Present ?? 0));
        column.Set("missing", JsNumber.Create(numbers?.Missing ?? texts?.Missing ?? 0));
        column.Set("completeness", JsNumber.Create(feature.Completeness));
        column.Set("distinct", (numbers?.ApproximateDistinctValues ?? texts?.DistinctCount) is { } distinct ? JsNumber.Create(distinct) : JsValue.Null);
        column.Set("mean", Number(numbers is not null, numbers?.Mean));
        column.Set("std", Number(numbers is not null, numbers?.StandardDeviation));
        column.Set("min", Number(numbers is not null, numbers?.Minimum));
        column.Set("max", Number(numbers is not null, numbers?.Maximum));
        column.Set("sum", Number(numbers is not null, numbers?.Sum));
        JsObject? categories = texts?.Categories is null ? null : new JsObject(engine);
        foreach (CategoryCount category in texts?.Categories ?? [])
        {
            categories!.Set(category.Value, JsNumber.Create(category.Count));
        }

        column.Set("categories", categories ?? JsValue.Null);
        AddQuantile(engine, column, () => numbers?.Distribution?.Sketch?.ToSortedView());
        return column;
    }

    /// <summary>Adds the function <c>quantile(q)</c>; the sketch is sorted when it is first asked for.</summary>
    private static void AddQuantile(Engine engine, JsObject column, Func<SortedView?> sort)
    {
        Lazy<SortedView?> sorted = new(sort);
        column.Set("quantile", new ClrFunction(engine, "quantile", (_, arguments) =>
        {
            double q = arguments.Length == 0 ? double.NaN : TypeConverter.ToNumber(arguments[0]);
            return q is >= 0 and <= 1
                ? Number(sorted.Value?.TotalWeight > 0, sorted.Value?.Quantile(q))
                : throw new JavaScriptException(engine.Intrinsics.TypeError, "quantile takes a number from 0 to 1");
        }));
    }

    private static JsValue Number(bool isKnown, double? value) => isKnown && value is { } number ? JsNumber.Create(number) : JsValue.Null;
}
