using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests;

public sealed class DeploymentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadMonitor_FileOfItsName_IsReadAlone()
    {
        _folder.Write("churn.json", Monitor("churn"));
        _folder.Write("another.json", "{ wrong");

        Assert.Equal("churn", Create().ReadMonitor("churn").Name);
    }

    [Fact]
    public void ReadMonitor_FileOfAnotherName_IsFoundByWhatItSays()
    {
        _folder.Write("a.json", Monitor("other"));
        _folder.Write("monitor.json", Monitor("churn"));
        _folder.Write("monitor.schema.json", "{}");

        Assert.Equal("churn", Create().ReadMonitor("churn").Name);
    }

    [Fact]
    public void ReadMonitor_NameOfAKind_IsFoundInTheFileItIsAKindOf()
    {
        _folder.Write("another.json", "{ wrong");
        _folder.Write("churn.json", """
            { "name": "churn", "endpoint": "e", "dataQuality": {}, "attribution": {}, "bias": { "config": "churn.analysis_config.json" } }
            """);
        _folder.Write("churn.analysis_config.json", "{ \"label\": \"y\" }");

        MonitorDefinition bias = Create().ReadMonitor("churn-bias");

        Assert.Equal((MonitorKindNames.Bias, "{ \"label\": \"y\" }"), (bias.Kind, bias.Bias!.Configuration!.Content));
        Assert.Equal(MonitorKindNames.Attribution, Create().ReadMonitor("churn-attribution").Kind);
    }

    [Fact]
    public void ReadMonitors_FileOfSeveralKinds_GivesEach()
    {
        _folder.Write("churn.json", """{ "name": "churn", "endpoint": "e", "dataQuality": {}, "attribution": {} }""");

        Assert.Equal(["churn", "churn-attribution"], Create().ReadMonitors().Select(monitor => monitor.Name));
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("")]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    public void ReadMonitor_NameOfNone_IsAConfigurationError(string name)
    {
        _folder.Write("secret.json", Monitor("../secret"));
        _folder.Write("monitors/churn.json", Monitor("churn"));

        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => Create("monitors").ReadMonitor(name));

        Assert.Contains($"no file there is of a monitor '{name}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadMonitor_FaultyFile_NamesFileLineAndPlace()
    {
        _folder.Write("churn.json", "{\n  \"name\": \"churn\",\n  \"endpoint\": 5,\n  \"dataQuality\": {}\n}");

        string message = Assert.Throws<ConfigurationException>(() => Create().ReadMonitor("churn")).Message;

        Assert.StartsWith($"{_folder.PathOf("churn.json")}: line 3: $.endpoint: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadMonitors_Folder_GivesAllInTheOrderOfTheirFiles()
    {
        _folder.Write("b.json", Monitor("first"));
        _folder.Write("c.json", Monitor("second"));

        Assert.Equal(["first", "second"], Create().ReadMonitors().Select(monitor => monitor.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("absent")]
    public void ReadMonitors_NoFile_IsAConfigurationError(string folder) =>
        Assert.Contains("holds no monitor file", Assert.Throws<ConfigurationException>(() => Create(folder).ReadMonitors()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task CapturesOf_FolderAndMonitorWithBucket_IsTheFolderAllTheSame()
    {
        _folder.Write("captures/a", "x");
        MonitorDefinition monitor = new() { Name = "m", Endpoint = "e", Capture = new CaptureSection { Bucket = "theirs" } };

        IObjectStore store = Create().CapturesOf(monitor);

        Assert.NotNull(await store.FindAsync("a"));
    }

    [Fact]
    public void FromEnvironment_MemorySize_IsKnown()
    {
        Assert.Equal(2048, FromEnvironment(("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048")).MemoryMegabytes);
        Assert.Equal(1024, FromEnvironment().MemoryMegabytes);
    }

    [Fact]
    public void FromEnvironment_Folders_HaveNoBucket() => Assert.Equal("", FromEnvironment().ArtifactsBucket);

    private static string Monitor(string name) => $$"""{ "name": "{{name}}", "endpoint": "e", "dataQuality": {} }""";

    private Deployment Create(string monitors = "") =>
        new(_folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf(monitors), Stream.Null, TimeProvider.System);

    private Deployment FromEnvironment(params (string Name, string Value)[] more)
    {
        Dictionary<string, string> variables = more.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        variables[FunctionEnvironment.Artifacts] = _folder.PathOf("artifacts");
        variables[FunctionEnvironment.Captures] = _folder.PathOf("captures");
        return Deployment.FromEnvironment(variables.GetValueOrDefault, Stream.Null, TimeProvider.System);
    }
}
