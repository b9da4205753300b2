namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The CDK app of the checkout, and the pinned command line that deploys it.</summary>
/// <param name="endpoint">The address of AWS.</param>
/// <param name="folder">Where the synthesized templates go.</param>
/// <param name="context">The context: settings of the app.</param>
internal sealed class CdkApp(Uri endpoint, string folder, IReadOnlyDictionary<string, string> context)
{
    public const string Account = "123456789012";
    public const string Region = "us-east-1";

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_REGION"] = Region,
        ["CDK_DISABLE_CLI_TELEMETRY"] = "true",
    };

    /// <summary>Prepares the account. The app is not asked: what it makes is not known yet.</summary>
    public async Task BootstrapAsync() =>
        (await ProgramRun.RunAsync(Requirements.Cdk, ["bootstrap", $"aws://{Account}/{Region}", "--app", "", "--ci", "--no-notices"], _environment))
        .MustEndWith(0);

    public Task<ProgramRun> DeployAsync() => RunAsync("deploy", "--require-approval", "never");

    public Task<ProgramRun> DestroyAsync() => RunAsync("destroy", "--force");

    private async Task<ProgramRun> RunAsync(string command, params string[] arguments)
    {
        string[] all =
        [
            command, .. arguments, "--output", folder, "--ci", "--no-notices",
            .. context.SelectMany(entry => new[] { "--context", $"{entry.Key}={entry.Value}" }),
        ];
        return (await ProgramRun.RunAsync(Requirements.Cdk, all, _environment)).MustEndWith(0);
    }
}
