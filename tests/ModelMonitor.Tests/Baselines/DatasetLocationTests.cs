using CsCheck;
using ModelMonitor.Baselines;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class DatasetLocationTests
{
    [Theory]
    [InlineData("datasets/churn/train.csv", "churn", "datasets/churn/train.csv", false)]
    [InlineData("datasets/churn/no extension (1)+%20é", "churn", "datasets/churn/no extension (1)+%20é", false)]
    [InlineData("datasets/churn/2026-11/_SUCCESS", "churn", "datasets/churn/2026-11/", true)]
    [InlineData("datasets/churn/a/b=1/_SUCCESS", "churn", "datasets/churn/a/b=1/", true)]
    public void TryParse_CompletedTrainingSet_IsFound(string key, string monitor, string place, bool isFolder)
    {
        Assert.True(DatasetLocation.TryParse(key, out DatasetLocation? location, out _));
        Assert.Equal((monitor, place, isFolder), (location.Monitor, location.Key, location.IsFolder));
    }

    [Theory]
    [InlineData("datasets/churn/2026-11/part-0.csv", "which _SUCCESS completes")]
    [InlineData("datasets/churn/_SUCCESS", "has a name of its own below datasets/churn/")]
    [InlineData("datasets/churn/", "it is a folder's mark")]
    [InlineData("datasets/churn/2026-11/", "it is a folder's mark")]
    [InlineData("datasets/churn/.train.csv.crc", "hidden")]
    [InlineData("datasets/churn/_temporary", "hidden")]
    [InlineData("datasets/train.csv", "a file under datasets/{monitor}/")]
    [InlineData("datasets//train.csv", "a file under datasets/{monitor}/")]
    [InlineData("datasets/../train.csv", "a file under datasets/{monitor}/")]
    [InlineData("datasets/churn/../other/train.csv", "a file under datasets/{monitor}/")]
    [InlineData("/datasets/churn/train.csv", "a file under datasets/{monitor}/")]
    [InlineData("reports/churn/train.csv", "a file under datasets/{monitor}/")]
    [InlineData("", "a file under datasets/{monitor}/")]
    public void TryParse_OtherObject_SaysWhy(string key, string expected)
    {
        Assert.False(DatasetLocation.TryParse(key, out _, out string? reason));
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_HostileKey_IsALocationOrAReason() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["datse/_SUC.\0\n"], 0, 30]).Sample(text =>
            DatasetLocation.TryParse("datasets/" + text, out DatasetLocation? location, out string? reason)
                ? reason is null && location.Key.StartsWith($"datasets/{location.Monitor}/", StringComparison.Ordinal)
                : reason.Length > 0);

    [Fact]
    public async Task FindObjectsAsync_Folder_LeavesHiddenFilesOut()
    {
        MemoryObjectStore store = new(new ManualTimeProvider(default));
        foreach (string key in new[] { "b.csv", "a/part.csv", "_SUCCESS", ".a.csv.crc", "_temporary/part.csv", "a/" })
        {
            await store.PutAsync("datasets/churn/x/" + key, default);
        }

        await store.PutAsync("datasets/churn/xy/c.csv", default);
        Assert.True(DatasetLocation.TryParse("datasets/churn/x/_SUCCESS", out DatasetLocation? location, out _));

        Assert.Equal(
            ["datasets/churn/x/a/part.csv", "datasets/churn/x/b.csv"],
            (await location.FindObjectsAsync(store)).Select(stored => stored.Key));
    }
}
