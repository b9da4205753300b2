using System.Net.Http.Headers;

namespace ModelMonitor.Functions.Runtime;

/// <summary>Speaks the Lambda Runtime API, version 2018-06-01.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. No request has a time limit: waiting for the
/// next event is what a function does most of its life, frozen or not.
/// </remarks>
internal sealed class RuntimeClient : IDisposable
{
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client;
    private readonly RuntimeRetry _retry;

    /// <summary>Creates a client.</summary>
    /// <param name="api">Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> gives them.</param>
    /// <param name="retry">Tries again what failed in passing.</param>
    public RuntimeClient(string api, RuntimeRetry retry)
    {
        _retry = retry;
        SocketsHttpHandler handler = new()
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        _client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://{api}/2018-06-01/runtime/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Waits for an event.</summary>
    /// <returns>The event; null when the answer names no request, so that nothing could be answered to it.</returns>
    /// <exception cref="RuntimeApiException">There will be none.</exception>
    public async Task<RuntimeInvocation?> NextAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _retry.SendAsync(
            _client, () => new HttpRequestMessage(HttpMethod.Get, "invocation/next"), cancellationToken).ConfigureAwait(false);
        byte[] payload = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return Header(response, "Lambda-Runtime-Aws-Request-Id") is not { } requestId
            ? null
            : new RuntimeInvocation(
                requestId,
                Header(response, "Lambda-Runtime-Trace-Id"),
                RuntimeInvocation.ParseDeadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
                payload);
    }

    /// <summary>Answers an event.</summary>
    /// <exception cref="RuntimeApiException">The answer was not taken.</exception>
    public Task RespondAsync(string requestId, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/response", answer, null, cancellationToken);

    /// <summary>Says that an event could not be handled.</summary>
    /// <exception cref="RuntimeApiException">The error was not taken.</exception>
    public Task ReportErrorAsync(string requestId, Exception error, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/error", ErrorDocument.Of(error), error, cancellationToken);

    /// <summary>Says that the function cannot handle any event.</summary>
    /// <exception cref="RuntimeApiException">The error was not taken.</exception>
    public Task ReportInitErrorAsync(Exception error, CancellationToken cancellationToken) =>
        PostAsync("init/error", ErrorDocument.Of(error), error, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task PostAsync(string path, ReadOnlyMemory<byte> body, Exception? error, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _retry.SendAsync(_client, Create, cancellationToken).ConfigureAwait(false);

        HttpRequestMessage Create()
        {
            ReadOnlyMemoryContent content = new(body);
            content.Headers.ContentType = Json;
            HttpRequestMessage request = new(HttpMethod.Post, path) { Content = content };
            if (error is not null)
            {
                request.Headers.TryAddWithoutValidation(ErrorTypeHeader, error.GetType().Name);
            }

            return request;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values)
        && values.FirstOrDefault() is { } value && !string.IsNullOrWhiteSpace(value)
            ? value
            : null;
}
