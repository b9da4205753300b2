using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>A Lambda Runtime API on loopback that answers as it is told to, well or badly.</summary>
/// <remarks>Once its events are used up it is gone (410), which ends the function.</remarks>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accepting;
    private int _connections;

    public FakeRuntimeApi()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>What the requests for events are answered with, in turn; then 410.</summary>
    public ConcurrentQueue<FakeAnswer> Events { get; } = [];

    /// <summary>What posts are answered with, in turn; then 202.</summary>
    public ConcurrentQueue<FakeAnswer> Receipts { get; } = [];

    /// <summary>All requests, in the order they came.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = [];

    /// <summary>The posts among them.</summary>
    public IReadOnlyList<FakeRequest> Posts => [.. Requests.Where(request => request.Method == "POST")];

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections;

    /// <summary>Told when a request has come.</summary>
    public Action<FakeRequest>? Arrived { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _conversations.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using TcpClient _ = client;
        Interlocked.Increment(ref _connections);
        try
        {
            await using BufferedStream stream = new(client.GetStream());
            while (await ReadAsync(stream) is { } request)
            {
                Requests.Enqueue(request);
                Arrived?.Invoke(request);
                FakeAnswer answer = AnswerTo(request);
                await Task.Delay(answer.Delay, _end.Token);
                await stream.WriteAsync(answer.Bytes, _end.Token);
                await stream.FlushAsync(_end.Token);
                if (!answer.IsWhole)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The function hung up, or the test is over.
        }
    }

    private FakeAnswer AnswerTo(FakeRequest request) => request.Method == "GET"
        ? Events.TryDequeue(out FakeAnswer? next) ? next : FakeAnswer.Status(410)
        : Receipts.TryDequeue(out FakeAnswer? receipt) ? receipt : FakeAnswer.Status(202);

    private async Task<FakeRequest?> ReadAsync(BufferedStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines[1..].Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        int length = headers.TryGetValue("Content-Length", out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, _end.Token);
        string[] request = lines[0].Split(' ');
        return new FakeRequest(request[0], request[1], headers, body);
    }
}
