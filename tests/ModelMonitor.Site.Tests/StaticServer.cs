using System.Net;
using System.Net.Sockets;

namespace ModelMonitor.Site.Tests;

/// <summary>Serves the files of a folder on loopback, as a bucket behind a content network does.</summary>
internal sealed class StaticServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _root;

    /// <summary>Starts it on a free port.</summary>
    public StaticServer(string root)
    {
        _root = Path.GetFullPath(root) + Path.DirectorySeparatorChar;
        Address = new Uri($"http://127.0.0.1:{FindPort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                // The server was closed, or the browser hung up.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using HttpListenerResponse response = context.Response;
        string path = Path.GetFullPath(_root + Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/'));
        if (!path.StartsWith(_root, StringComparison.Ordinal) || !File.Exists(path))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = Path.GetExtension(path) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            ".js" => "text/javascript",
            _ => "text/plain",
        };
        byte[] content = await File.ReadAllBytesAsync(path);
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content);
    }
}
