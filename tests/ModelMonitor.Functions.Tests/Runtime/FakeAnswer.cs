using System.Globalization;
using System.Text;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>What the fake Runtime API sends for a request, byte for byte; after incomplete bytes the connection is dropped.</summary>
internal sealed record FakeAnswer(byte[] Bytes, bool IsWhole)
{
    public const string FarDeadline = "4102444800000";

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The connection is dropped without an answer.</summary>
    public static FakeAnswer Dropped { get; } = new([], IsWhole: false);

    /// <summary>An answer without a body.</summary>
    public static FakeAnswer Status(int status) => new(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Status\r\nContent-Length: 0\r\n\r\n"), IsWhole: true);

    /// <summary>An event; a null header is left out.</summary>
    public static FakeAnswer Event(
        string? requestId, byte[] payload, string? deadline = FarDeadline, string? traceId = "Root=1-2-3;Sampled=1")
    {
        StringBuilder head = new("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {payload.Length}\r\n");
        AppendHeader(head, "Lambda-Runtime-Aws-Request-Id", requestId);
        AppendHeader(head, "Lambda-Runtime-Deadline-Ms", deadline);
        AppendHeader(head, "Lambda-Runtime-Trace-Id", traceId);
        head.Append("Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:f\r\n\r\n");
        return new FakeAnswer([.. Encoding.ASCII.GetBytes(head.ToString()), .. payload], IsWhole: true);
    }

    /// <summary>An event of a text.</summary>
    public static FakeAnswer Event(string requestId, string payload = "{}") => Event(requestId, Encoding.UTF8.GetBytes(payload));

    /// <summary>This answer, broken off some bytes before its end.</summary>
    public FakeAnswer CutShort(int bytes) => new(Bytes[..^bytes], IsWhole: false);

    private static void AppendHeader(StringBuilder head, string name, string? value)
    {
        if (value is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }
    }
}
