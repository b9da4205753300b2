namespace ModelMonitor.Infra.Workflow;

/// <summary>An object whose fields a state takes from its input or its context, as the states language writes it: <c>"name.$": "path"</c>.</summary>
internal static class Selection
{
    /// <summary>The path of all of a state's input.</summary>
    public const string WholeInput = "$";

    /// <summary>Makes one of names and paths, or intrinsic functions.</summary>
    public static Dictionary<string, object> Of(params IEnumerable<(string Name, string Path)> fields) =>
        fields.ToDictionary(field => field.Name + ".$", field => (object)field.Path, StringComparer.Ordinal);
}
