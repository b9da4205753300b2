using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions.Runtime;

/// <summary>The process of a function, from its environment to its exit code.</summary>
/// <param name="variable">Finds an environment variable; null for none.</param>
/// <param name="setVariable">Sets one.</param>
/// <param name="output">Takes log lines and metrics; it must bear writes from several threads.</param>
/// <param name="time">The clock.</param>
internal sealed class FunctionProcess(
    Func<string, string?> variable, Action<string, string?> setVariable, Stream output, TimeProvider time)
{
    private const string ApiVariable = "AWS_LAMBDA_RUNTIME_API";
    private const string HandlerVariable = "_HANDLER";

    /// <summary>How a handler is made; the default is from the catalog.</summary>
    public Func<string, Deployment, IHandler> CreateHandler { get; init; } = HandlerCatalog.Create;

    /// <summary>Tries failed requests again; the default does so for less than a second.</summary>
    public RuntimeRetry Retry { get; init; } = new(time);

    /// <summary>Runs the function until its environment is gone.</summary>
    /// <returns>0 then; 1 when it could not start, or lost the Runtime API.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        JsonLogWriter logWriter = new(
            output, JsonLogWriter.ParseLevel(variable("AWS_LAMBDA_LOG_LEVEL")), variable("AWS_LAMBDA_FUNCTION_NAME"));
        InvocationLog log = new(logWriter, time);
        if (variable(ApiVariable) is not { Length: > 0 } api)
        {
            log.Fatal($"{ApiVariable} is not set: this is a Lambda function. To run it by hand, use `modelmonitor invoke`.", null);
            return 1;
        }

        using RuntimeClient client = new(api, Retry);
        try
        {
            if (await StartAsync(client, log, cancellationToken).ConfigureAwait(false) is not { } handler)
            {
                return 1;
            }

            InvocationRunner runner = new(handler, logWriter, time);
            await new RuntimeLoop(client, runner, logWriter, time, setVariable).RunAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (RuntimeApiException exception)
        {
            log.Fatal("The function ends because the Runtime API failed.", exception);
            return 1;
        }
    }

    /// <summary>Makes the handler; null when that fails, which Lambda has then been told.</summary>
    private async Task<IHandler?> StartAsync(RuntimeClient client, InvocationLog log, CancellationToken cancellationToken)
    {
        try
        {
            Deployment deployment = Deployment.FromEnvironment(variable, output, time);
            return CreateHandler(variable(HandlerVariable) ?? "", deployment);
        }
        catch (Exception exception)
        {
            log.Fatal("The function cannot start.", exception);
            await client.ReportInitErrorAsync(exception, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
