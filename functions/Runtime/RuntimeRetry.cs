using System.Net;

namespace ModelMonitor.Functions.Runtime;

/// <summary>Tries a request of the Runtime API again while the fault may pass: an error of the server's, or of the connection.</summary>
/// <param name="time">The clock that it waits by.</param>
internal sealed class RuntimeRetry(TimeProvider time)
{
    private const int Attempts = 6;

    /// <summary>How long it waits before the second attempt; before each further one twice as long. The default is 25 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Sends a request until it is answered.</summary>
    /// <param name="client">Sends it.</param>
    /// <param name="create">Makes the request, anew for each attempt.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, which is a success; the caller disposes it.</returns>
    /// <exception cref="RuntimeApiException">It was refused, or failed at the last attempt too.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpClient client, Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            RuntimeApiException failure;
            using (HttpRequestMessage request = create())
            {
                try
                {
                    HttpResponseMessage response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
                    if (response.IsSuccessStatusCode)
                    {
                        return response;
                    }

                    failure = Refusal(request, response.StatusCode);
                    response.Dispose();
                }
                catch (HttpRequestException exception)
                {
                    failure = new RuntimeApiException(
                        $"{request.Method} {request.RequestUri} failed: {exception.Message}", null, exception);
                }
            }

            if (attempt == Attempts || failure.Status < HttpStatusCode.InternalServerError)
            {
                throw failure;
            }

            await Task.Delay(FirstDelay * (1 << (attempt - 1)), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RuntimeApiException Refusal(HttpRequestMessage request, HttpStatusCode status) =>
        new($"{request.Method} {request.RequestUri} was answered with {(int)status}.", status);
}
