using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Configuration;

public sealed class MonitorFilesReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfTheRepositorysMonitors_FindsThem() =>
        Assert.Contains("churn", MonitorFilesReader.Read("monitors", Repository.Root).Select(monitor => monitor.Name));

    [Fact]
    public void Read_OfSeveralBadFiles_TellsEveryProblemOfEach()
    {
        _folder.Write("monitors/a.json", """
            { "name": "A", "endpoint": "e",
              "dataQualty": {} }
            """);
        _folder.Write("monitors/b.json", """{ "name": "b", "endpoint": "e", "schedule": "weekly", "dataQuality": {} }""");

        IReadOnlyList<string> problems = Assert.Throws<InvalidDeploymentException>(Read).Problems;

        Assert.Contains(problems, problem => problem.StartsWith("monitors/a.json: line 1: $.name: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("monitors/a.json: line 2: $.dataQualty: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("monitors/b.json: line 1: $.schedule: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OfTwoMonitorsWithOneName_NamesBothFiles()
    {
        _folder.Write("monitors/a.json", """{ "name": "m", "endpoint": "e", "dataQuality": {} }""");
        _folder.Write("monitors/b.json", """{ "name": "m", "endpoint": "e", "dataQuality": {} }""");

        string problem = Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems);

        Assert.Equal("monitors/b.json: $.name: 'm' is also the name of monitors/a.json; give each monitor a name of its own", problem);
    }

    [Fact]
    public void Read_OfAKindWithTheNameOfAnotherFile_NamesBothFiles()
    {
        _folder.Write("monitors/a.json", """{ "name": "m-attribution", "endpoint": "e", "dataQuality": {} }""");
        _folder.Write("monitors/b.json", """{ "name": "m", "endpoint": "e", "attribution": {} }""");

        string problem = Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems);

        Assert.Equal(
            "monitors/b.json: $.name: 'm-attribution' (of the kind attribution) is also the name of monitors/a.json; give each monitor a name of its own", problem);
    }

    [Fact]
    public void Read_OfAnAnalysisConfiguration_WantsItBesideTheFileAndTakesItForNoMonitor()
    {
        _folder.Write("monitors/a.json", """{ "name": "m", "endpoint": "e", "bias": { "config": "analysis_config.json" } }""");
        string problem = Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems);
        _folder.Write("monitors/analysis_config.json", "{}");

        Assert.Equal("monitors/a.json: $.bias.config: the file 'analysis_config.json' is not beside it; add it", problem);
        Assert.Equal("m-bias", Assert.Single(Read()).Name);
        Assert.Equal(["analysis_config.json"], MonitorFilesReader.CompanionsOf("monitors", _folder.Root).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public void Read_OfAScheduleThatNoAlarmCanWatch_RefusesIt()
    {
        _folder.Write("monitors/a.json", """{ "name": "m", "endpoint": "e", "schedule": "cron(0 8 ? * MON *)", "dataQuality": {} }""");

        string problem = Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems);

        Assert.StartsWith("monitors/a.json: $.schedule: 'cron(0 8 ? * MON *)' leaves more time between runs than CloudWatch looks back (P7D)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAFolderThatIsNotThere_SaysSo() =>
        Assert.Contains("there is no folder 'monitors'", Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems), StringComparison.Ordinal);

    [Fact]
    public void Read_OfAFolderWithNothingButTheSchema_SaysSo()
    {
        _folder.Write("monitors/monitor.schema.json", "{}");

        Assert.Contains("no monitor file", Assert.Single(Assert.Throws<InvalidDeploymentException>(Read).Problems), StringComparison.Ordinal);
    }

    private IReadOnlyList<MonitorDefinition> Read() => MonitorFilesReader.Read("monitors", _folder.Root);
}
