using System.Globalization;
using System.Text;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>An answer as it goes over the wire, right or wrong.</summary>
/// <param name="Status">The HTTP status; 0 breaks the connection before any answer.</param>
/// <param name="Body">The body.</param>
internal sealed record FakeAnswer(int Status, byte[] Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>How much of the body is sent before the connection breaks; null for all.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>A <c>Content-Length</c> other than the body's; null for the right one.</summary>
    public int? SaidLength { get; init; }

    /// <summary>No answer at all: the connection breaks.</summary>
    public static FakeAnswer Dropped { get; } = new(0, []);

    /// <summary>An answer without a body.</summary>
    public static FakeAnswer Empty(int status, string? etag = null) => new(status, [])
    {
        Headers = etag is null ? [] : [("ETag", $"\"{etag}\"")],
    };

    /// <summary>An error as S3 writes it.</summary>
    public static FakeAnswer Error(int status, string code, string message = "It is so.") => new(
        status,
        Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{message}</Message><RequestId>REQ1</RequestId></Error>"))
    {
        Headers = [("x-amz-request-id", "REQ1")],
    };

    /// <summary>A document.</summary>
    public static FakeAnswer Xml(string content) => new(200, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));

    /// <summary>What S3 answers to a request for an object from a byte on.</summary>
    public static FakeAnswer Object(FakeRequest request, byte[] content, string etag = "v1") => request.RangeStart >= content.Length
        ? Error(416, "InvalidRange")
        : new(206, content[request.RangeStart..])
        {
            Headers =
            [
                ("ETag", $"\"{etag}\""),
                ("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT"),
                ("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {request.RangeStart}-{content.Length - 1}/{content.Length}")),
            ],
        };
}
