using System.Text.Json;
using ModelMonitor.Functions.Runtime;

namespace ModelMonitor.Functions.Tests.Runtime;

public sealed class ErrorDocumentTests
{
    [Fact]
    public void Of_LongMessageAndDeepStack_FitsTheCauseOfAStateMachine()
    {
        Exception deep = Assert.Throws<InvalidOperationException>(() => Fail(500));

        ReadOnlyMemory<byte> document = ErrorDocument.Of(deep);

        Assert.InRange(document.Length, 4_000, 32_768);
        Assert.Equal(20, JsonElement.Parse(document.Span).GetProperty("stackTrace").GetArrayLength());
    }

    [Fact]
    public void Of_ExceptionThatWasNeverThrown_HasNoTrace() => Assert.Equal(
        """{"errorMessage":"no","errorType":"IOException","stackTrace":[]}""",
        System.Text.Encoding.UTF8.GetString(ErrorDocument.Of(new IOException("no")).Span));

    private static int Fail(int depth) =>
        depth == 0 ? throw new InvalidOperationException(new string('x', 100_000)) : Fail(depth - 1) + 1;
}
