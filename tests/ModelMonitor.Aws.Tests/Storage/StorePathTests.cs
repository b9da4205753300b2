using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

[Collection(nameof(LocalS3))]
public sealed class StorePathTests(LocalS3Fixture local)
{
    [Theory]
    [InlineData("s3://artifacts-bucket", "artifacts-bucket")]
    [InlineData("s3://artifacts-bucket/", "artifacts-bucket")]
    [InlineData("s3://artifacts-bucket/a/b/", "artifacts-bucket")]
    [InlineData("artifacts", "")]
    [InlineData("/s3://artifacts", "")]
    public void BucketOf_Path_IsEmptyForAFolder(string path, string bucket) => Assert.Equal(bucket, StorePath.BucketOf(path));

    [LocalS3Fact]
    public async Task OpenExistingAsync_Prefix_IsAllBelowIt()
    {
        await PutAsync("paths/data/a.csv", "paths/data/b/c.csv", "paths/data-other/d.csv");

        Assert.Equal(["a.csv", "b/c.csv"], await KeysAsync("paths/data"));
        Assert.Equal(["a.csv", "b/c.csv"], await KeysAsync("paths/data/"));
        Assert.Contains("paths/data-other/d.csv", await KeysAsync(""));
    }

    [LocalS3Fact]
    public async Task OpenExistingAsync_Object_IsAStoreOfIt()
    {
        await PutAsync("single/train.csv", "single/train.csv.bak", "single/train.csv/odd");

        IObjectStore store = await OpenAsync("single/train.csv");

        Assert.Equal("train.csv", Assert.Single(await ObjectStoreContract.ListAsync(store)).Key);
        Assert.Empty(await ObjectStoreContract.ListAsync(store, "other"));
        Assert.Empty(await ObjectStoreContract.ListAsync(store, "", "train.csv"));
        Assert.Equal("ngle/train.csv", await ObjectStoreContract.ReadAsync(store, "train.csv", 2));
        Assert.NotNull(await store.FindAsync("train.csv"));
        Assert.Null(await store.FindAsync("train.csv.bak"));
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenReadAsync("train.csv.bak"));
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync("train.csv", default));
    }

    [LocalS3Theory]
    [InlineData("absent")]
    [InlineData("absent/")]
    [InlineData("presen")]
    public async Task OpenExistingAsync_Nothing_NamesOptionAndPath(string key)
    {
        await PutAsync("present/a.csv");

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => OpenAsync(key));

        Assert.StartsWith($"--capture: there is no object or prefix 's3://{LocalS3Fixture.Bucket}/{key}'", exception.Message, StringComparison.Ordinal);
    }

    [LocalS3Theory]
    [InlineData("")]
    [InlineData("prefix/")]
    [InlineData("file.csv")]
    public async Task OpenExistingAsync_NoBucket_SaysSo(string key)
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() =>
            StorePath.OpenExistingAsync(local.Client, new S3Location("no-such-bucket", key), "--capture", default));
        Assert.Contains("there is no bucket 'no-such-bucket'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://bucket", "bucket", "", "")]
    [InlineData("s3://bucket/", "bucket", "", "")]
    [InlineData("S3://my.bucket-1/a/b", "my.bucket-1", "a/b", "a/b/")]
    [InlineData("s3://bucket/a b%20/", "bucket", "a b%20/", "a b%20/")]
    public void Parse_Path_IsTakenLiterally(string path, string bucket, string key, string prefix)
    {
        Assert.True(StorePath.IsS3(path));
        S3Location location = S3Location.Parse(path, "--output");
        Assert.Equal((bucket, key, prefix), (location.Bucket, location.Key, location.Prefix));
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///key")]
    [InlineData("s3://ab/key")]
    [InlineData("s3://user@host/key")]
    [InlineData("s3://bucket?x/key")]
    [InlineData("s3://bucket//key")]
    public void OpenForWriting_NoPath_IsRefused(string path)
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => StorePath.OpenForWriting(path, "--output"));
        Assert.StartsWith($"--output: '{path}' ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyMethod_LocalPath_IsOfTheFileSystem()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a.csv", "x");

        Assert.IsType<FolderObjectStore>(StorePath.Open(folder.PathOf("new")));
        Assert.IsType<FolderObjectStore>(StorePath.OpenForWriting(folder.PathOf("new"), "--output"));
        Assert.IsType<FileObjectStore>(await StorePath.OpenExistingAsync(file, "--dataset"));
        Assert.Throws<ConfigurationException>(() => StorePath.Open(file));
        Assert.False(StorePath.IsS3(file));
    }

    private Task<IObjectStore> OpenAsync(string key) =>
        StorePath.OpenExistingAsync(local.Client, new S3Location(LocalS3Fixture.Bucket, key), "--capture", default);

    private async Task<IEnumerable<string>> KeysAsync(string key) =>
        (await ObjectStoreContract.ListAsync(await OpenAsync(key))).Select(found => found.Key);

    private async Task PutAsync(params string[] keys)
    {
        S3ObjectStore bucket = new(local.Client, LocalS3Fixture.Bucket);
        foreach (string key in keys)
        {
            await bucket.PutAsync(key, System.Text.Encoding.UTF8.GetBytes(key));
        }
    }
}
