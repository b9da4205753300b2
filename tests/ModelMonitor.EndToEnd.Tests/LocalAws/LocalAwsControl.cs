using System.Net.Http.Json;
using System.Text.Json;

namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>The control endpoint of the local AWS: what happened, and what AWS's clocks and accidents would do.</summary>
internal sealed class LocalAwsControl(Uri address) : IDisposable
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private const int ExecutionSeconds = 120;

    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };

    public async Task<DeployedStack> StackAsync(string name) => new(await GetAsync<IReadOnlyList<DeployedResource>>($"stacks/{name}"));

    public Task<IReadOnlyList<DeployedRule>> RulesAsync() => GetAsync<IReadOnlyList<DeployedRule>>("rules");

    public Task<IReadOnlyList<Delivery>> DeliveriesAsync() => GetAsync<IReadOnlyList<Delivery>>("deliveries");

    public Task<IReadOnlyList<Execution>> ExecutionsAsync() => GetAsync<IReadOnlyList<Execution>>("executions");

    public Task<IReadOnlyList<FunctionProcess>> ProcessesAsync() => GetAsync<IReadOnlyList<FunctionProcess>>("processes");

    public Task<IReadOnlyList<Invocation>> InvocationsAsync() => GetAsync<IReadOnlyList<Invocation>>("invocations");

    public Task<IReadOnlyList<Metric>> MetricsAsync() => GetAsync<IReadOnlyList<Metric>>("metrics");

    /// <summary>Lines with embedded metrics that CloudWatch would have dropped, with the fault.</summary>
    public Task<IReadOnlyList<JsonElement>> RefusedMetricsAsync() => GetAsync<IReadOnlyList<JsonElement>>("refused-metrics");

    public Task<IReadOnlyList<FunctionRequest>> RequestsAsync() => GetAsync<IReadOnlyList<FunctionRequest>>("requests");

    public Task<IReadOnlyList<string>> LogAsync(string function) => GetAsync<IReadOnlyList<string>>($"logs/{function}");

    public Task<IReadOnlyList<string>> MessagesAsync(string queue) => GetAsync<IReadOnlyList<string>>($"queues/{queue}");

    /// <summary>Fires a scheduled rule; the executions that its targets started.</summary>
    public async Task<IReadOnlyList<string>> FireAsync(string rule, DateTimeOffset time)
    {
        JsonElement answers = await PostAsync($"rules/{Uri.EscapeDataString(rule)}", new { time = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") });
        return [.. answers.EnumerateArray().Select(answer => answer.GetProperty("execution").GetString()!)];
    }

    /// <summary>Has an endpoint whose configuration captures nothing.</summary>
    public Task PutEndpointAsync(string name, string configuration) => PostAsync(
        $"endpoints/{name}", new { configuration, tags = new[] { new Dictionary<string, string> { ["Key"] = "team", ["Value"] = "retention" } } });

    /// <summary>An endpoint's configuration as it is, and the updates there were.</summary>
    public Task<JsonElement> EndpointAsync(string name) => GetAsync<JsonElement>($"endpoints/{name}");

    /// <summary>Sends an event to the bus once more.</summary>
    public Task SendAsync(JsonElement busEvent) => PostAsync("events", busEvent);

    /// <summary>Creates a SageMaker pipeline.</summary>
    public Task CreatePipelineAsync(string name) => PostAsync($"pipelines/{name}", new { });

    /// <summary>The executions that SageMaker lists of a pipeline.</summary>
    public Task<IReadOnlyList<PipelineExecution>> PipelineExecutionsAsync(string pipeline) =>
        GetAsync<IReadOnlyList<PipelineExecution>>($"pipelines/{pipeline}");

    /// <summary>Creates a topic.</summary>
    public Task CreateTopicAsync(string name) => PostAsync($"topics/{name}", new { });

    /// <summary>Has what a topic publishes put into a queue of its own, for <see cref="MessagesAsync"/>.</summary>
    public Task SubscribeAsync(string topic, string queue) => PostAsync("subscriptions", new { topic, queue });

    /// <summary>Kills a process of a function at a request of its own: before that is served, or after.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="key">A regular expression for the request's path.</param>
    /// <param name="after">Whether the request is served, and the process killed before it has the answer.</param>
    /// <param name="times">How many processes die so.</param>
    public Task InterruptAsync(string function, string method, string key, bool after, int times = 1) =>
        PostAsync("interruptions", new { function, method, key, after, times });

    /// <summary>How many processes are still to be killed.</summary>
    public async Task<int> PendingInterruptionsAsync() =>
        (await GetAsync<JsonElement>("interruptions")).GetProperty("pending").GetInt32();

    /// <summary>Waits for an execution to end.</summary>
    public async Task<Execution> WaitAsync(string execution)
    {
        Execution ended = await GetAsync<Execution>($"executions/{Uri.EscapeDataString(execution)}?wait={ExecutionSeconds}");
        return ended.Status == "RUNNING"
            ? throw new TimeoutException($"{execution} runs for more than {ExecutionSeconds} seconds.")
            : ended;
    }

    public void Dispose() => _client.Dispose();

    private async Task<T> GetAsync<T>(string path)
    {
        using HttpResponseMessage response = await _client.GetAsync(path);
        return (await ReadAsync<T>(response))!;
    }

    private async Task<JsonElement> PostAsync<T>(string path, T body)
    {
        using StringContent content = new(JsonSerializer.Serialize(body, Json));
        using HttpResponseMessage response = await _client.PostAsync(path, content);
        return await ReadAsync<JsonElement>(response);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response) => response.IsSuccessStatusCode
        ? await response.Content.ReadFromJsonAsync<T>(Json)
        : throw new InvalidOperationException(
            $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
}
