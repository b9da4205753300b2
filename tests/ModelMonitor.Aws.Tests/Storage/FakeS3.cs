using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>A server on this machine that answers as a test says, byte by byte, and so can misbehave in every way.</summary>
internal sealed class FakeS3 : IDisposable
{
    /// <summary>The length above which <see cref="Store"/> sends parts.</summary>
    public const int PartSize = 10_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<FakeRequest, FakeAnswer> _answer;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private int _count;

    /// <summary>Starts a server.</summary>
    public FakeS3(Func<FakeRequest, FakeAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Endpoint = $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = Task.Run(AcceptAsync);
        Client = S3ClientFactory.Create(name => name switch
        {
            "AWS_ENDPOINT_URL" => Endpoint,
            "AWS_REGION" => "eu-central-1",
            _ => null,
        }, new Amazon.Runtime.BasicAWSCredentials("key", "secret"));
        Store = new S3ObjectStore(Client, "bucket", "", Time) { PartSize = PartSize };
    }

    /// <summary>Starts a server that gives answers in order, and the last for ever.</summary>
    public FakeS3(params FakeAnswer[] answers)
        : this(request => answers[Math.Min(request.Number, answers.Length) - 1])
    {
    }

    /// <summary>Its address.</summary>
    public string Endpoint { get; }

    /// <summary>A client of it.</summary>
    public IAmazonS3 Client { get; }

    /// <summary>The clock of <see cref="Store"/>.</summary>
    public ImpatientTimeProvider Time { get; } = new();

    /// <summary>Its bucket <c>bucket</c>.</summary>
    public S3ObjectStore Store { get; }

    /// <summary>The requests that came, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Closes the port.</summary>
    public void StopListening() => _listener.Stop();

    /// <inheritdoc />
    public void Dispose()
    {
        Client.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        try
        {
            await using NetworkStream stream = connection.GetStream();
            FakeRequest request = await ReadAsync(stream);
            _requests.Enqueue(request);
            await WriteAsync(stream, _answer(request), request.Method == "HEAD");
        }
        catch (IOException)
        {
            // The client went away.
        }
        finally
        {
            connection.Dispose();
        }
    }

    private async Task<FakeRequest> ReadAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] first = lines[0].Split(' ');
        Dictionary<string, string> headers = lines[1..]
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        if (headers.ContainsKey("Expect"))
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return new FakeRequest(Interlocked.Increment(ref _count), first[0], first[1], headers, body);
    }

    private static async Task WriteAsync(NetworkStream stream, FakeAnswer answer, bool isHead)
    {
        if (answer.Status == 0)
        {
            return;
        }

        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Said\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.SaidLength ?? answer.Body.Length}\r\nConnection: close\r\n");
        foreach ((string name, string value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        if (!isHead)
        {
            await stream.WriteAsync(answer.Body.AsMemory(0, answer.BreaksAfter ?? answer.Body.Length));
        }
    }
}
