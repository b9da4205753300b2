namespace ModelMonitor.Infra.Workflow;

/// <summary>What failed, and so what the record of it can tell.</summary>
/// <param name="Name">The name, which begins the names of the states that handle it.</param>
/// <param name="MonitorPath">The path of the monitor's name.</param>
/// <param name="RunPath">The path of the window whose run failed; null when none was planned.</param>
internal sealed record FailureSource(string Name, string MonitorPath, string? RunPath)
{
    /// <summary>Where a state that fails puts its error.</summary>
    public const string FailurePath = "$.failure";

    /// <summary>The cause in it, which may be absent.</summary>
    public const string CausePath = FailurePath + ".Cause";

    /// <summary>The message <see cref="Contracts.Workflow.RunFailure"/>.</summary>
    public Dictionary<string, object> ToRunFailure()
    {
        List<(string Name, string Path)> fields =
        [
            ("monitor", MonitorPath),
            ("request", "$$.Execution.Input"),
            ("error", FailurePath + ".Error"),
            ("cause", CausePath),
            ("execution", "$$.Execution.Id"),
        ];
        if (RunPath is not null)
        {
            fields.Add(("run", RunPath));
        }

        return Selection.Of(fields);
    }
}
