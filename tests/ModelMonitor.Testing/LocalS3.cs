using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ModelMonitor.Testing;

/// <summary>An S3 on this machine: a process of <c>moto_server</c>, which is ended with the tests.</summary>
public sealed class LocalS3 : IDisposable
{
    /// <summary>What to do where it is absent.</summary>
    public const string HowToGetIt = "There is no moto_server on the PATH: pip install 'moto[server]'";

    private const string Command = "moto_server";

    private readonly Process _server;
    private readonly HttpClient _client = new();

    /// <summary>Starts the server and waits until it answers.</summary>
    public LocalS3()
    {
        int port = FreePort();
        Endpoint = $"http://localhost:{port}";
        ProcessStartInfo start = new(Command, ["-H", "localhost", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        WaitUntilItAnswers();
    }

    /// <summary>Whether the command is there to be started.</summary>
    public static bool IsPresent { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, Command)));

    /// <summary>Its address.</summary>
    public string Endpoint { get; }

    /// <summary>The environment variables by which programs find it and nothing else of AWS.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = Endpoint,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Makes a bucket; one that is there already stays.</summary>
    public async Task MakeBucketAsync(string name)
    {
        using HttpResponseMessage answer = await _client.PutAsync(new Uri($"{Endpoint}/{name}"), content: null);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitUntilItAnswers()
    {
        const int Patience = 600;
        for (int i = 0; i < Patience; i++)
        {
            if (_server.HasExited)
            {
                break;
            }

            try
            {
                using HttpRequestMessage request = new(HttpMethod.Get, $"{Endpoint}/moto-api/");
                using HttpResponseMessage answer = _client.Send(request);
                return;
            }
            catch (HttpRequestException)
            {
                Task.Delay(TimeSpan.FromMilliseconds(100)).Wait();
            }
        }

        _server.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{Command} does not answer at {Endpoint}.");
    }
}
