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

    private void Read() => MonitorFilesReader.Read("monitors", _folder.Root);
}
