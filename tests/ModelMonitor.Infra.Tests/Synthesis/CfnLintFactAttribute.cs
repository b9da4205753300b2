namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>A test that needs <c>cfn-lint</c>; reported as skipped where it is not on the PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CfnLintFactAttribute : FactAttribute
{
    public CfnLintFactAttribute()
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "cfn-lint"))))
        {
            Skip = "cfn-lint is not on the PATH: pip install cfn-lint";
        }
    }
}
