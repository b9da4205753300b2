using ModelMonitor.Bias;

namespace ModelMonitor.Tests.Bias;

public sealed class JsonColumnPathTests
{
    [Theory]
    [InlineData("score", "score")]
    [InlineData("result.score", "result.score")]
    [InlineData("result.scores[1]", "result.scores.1")]
    [InlineData("result.\"my score\"[0].x", "result.my score.0.x")]
    [InlineData("predictions[0].score", "score")]
    [InlineData("predictions[*].score", "score")]
    [InlineData("predictions[].result.scores", "result.scores")]
    [InlineData("instances[0].\"a.b\"", "a.b")]
    [InlineData("predictions[0]", "0")]
    [InlineData("predictions[*]", "0")]
    [InlineData("predictions[0][1]", "1")]
    [InlineData("predictions.score", "predictions.score")]
    [InlineData("[1]", "1")]
    [InlineData("[*]", "0")]
    [InlineData("[*].score", "score")]
    [InlineData("Salary [k$]", "Salary [k$]")]
    [InlineData("a\"b", "a\"b")]
    [InlineData("a[", "a[")]
    [InlineData("a[0].", "a[0].")]
    [InlineData("a[0]b", "a[0]b")]
    [InlineData("\"", "\"")]
    [InlineData("[?x>`1`].y", "[?x>`1`].y")]
    [InlineData("results[*].score", null)]
    [InlineData("predictions[*].scores[]", null)]
    public void ToColumn_OfAPath_IsTheNameThatReadersGive(string path, string? column) => Assert.Equal(column, JsonColumnPath.ToColumn(path));
}
