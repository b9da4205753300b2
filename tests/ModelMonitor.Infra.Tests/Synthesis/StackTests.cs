using System.Globalization;
using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Rules;

namespace ModelMonitor.Infra.Tests.Synthesis;

[Collection(SynthesisCollection.Name)]
public sealed class StackTests(Deployments deployments)
{
    private static readonly string[] CaptureReaders = [HandlerNames.PlanRun, HandlerNames.ProfileShard];
    private static readonly string[] Others = [HandlerNames.EvaluateRun, HandlerNames.BuildBaseline, HandlerNames.RecordFailure];
    private static readonly string[] EnvironmentVariables = [FunctionEnvironment.Artifacts, FunctionEnvironment.Captures];

    [Fact]
    public void Stack_OfOneMonitor_CreatesWhatTheListSays()
    {
        string[] actual =
        [
            .. deployments.Plain.Template.Resources.CountBy(resource => resource.Type).OrderBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => string.Create(CultureInfo.InvariantCulture, $"{type.Value,3}  {type.Key}")),
        ];
        string[] expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "resources.txt"));

        Assert.True(expected.SequenceEqual(actual), "Golden/resources.txt should be:\n" + string.Join('\n', actual));
    }

    [Fact]
    public void Stack_OfFiftyMonitors_HasRoomInATemplate()
    {
        Assert.InRange(deployments.Large.Template.Resources.Count(), 350, 500);
        Assert.InRange(deployments.Large.Template.Outputs.Count(), 50, 200);
        Assert.InRange(new FileInfo(deployments.Large.Template.Path!).Length, 0, 1_000_000);
    }

    [Fact]
    public void Stack_OfFortyMonitorsThatDoEverything_HasRoomInATemplate()
    {
        Template template = deployments.Busy.Template;

        Assert.InRange(template.Resources.Count(), 400, 500);
        Assert.InRange(template.Outputs.Count(), 40, 200);
        Assert.InRange(new FileInfo(template.Path!).Length, 0, 1_000_000);
    }

    /// <summary>One pattern has no room for them all, so there are several rules.</summary>
    [Theory]
    [InlineData("EndpointCapture", "EndpointName", 40)]
    [InlineData("Remediation", "pipelineArn", 80)]
    public void Rules_OfManyTargets_NameEachOfThemOnce(string construct, string field, int count)
    {
        JsonNode[][] named =
        [
            .. deployments.Busy.Template.OfType("AWS::Events::Rule").Where(rule => rule.Id.StartsWith(construct, StringComparison.Ordinal))
                .Select(rule => JsonText.List(rule.At("EventPattern", "detail", field)).ToArray()).Where(values => values.Length > 0),
        ];

        Assert.InRange(named.Length, 2, count - 1);
        Assert.Equal(count, named.Sum(values => values.Length));
        Assert.Equal(count, named.SelectMany(values => values).Select(JsonText.Joined).Distinct().Count());
    }

    [Fact]
    public void Queue_OfFailedEvents_TakesThoseOfTheAccountsRulesOnly()
    {
        JsonNode statement = Assert.Single(
            deployments.Large.Template.OfType("AWS::SQS::QueuePolicy").SelectMany(policy => JsonText.List(policy.At("PolicyDocument", "Statement"))),
            statement => JsonText.Of(statement).Contains("events.amazonaws.com", StringComparison.Ordinal));

        Assert.Equal("sqs:SendMessage", JsonText.Of(statement["Action"]!));
        Assert.Equal(
            "arn:REFERENCE:events:REFERENCE:REFERENCE:rule/*", JsonText.Joined(statement["Condition"]!["ArnLike"]!["aws:SourceArn"]!));
    }

    [Fact]
    public void BuildBaseline_ForParquetThatIsCopiedToDisk_HasTheLargestDisk() => Assert.Equal(
        [10_240, 512, 512, 512, 512],
        deployments.Plain.Template.OfType("AWS::Lambda::Function")
            .OrderBy(function => function.TextAt("Handler"), StringComparer.Ordinal)
            .Select(function => function.At("EphemeralStorage", "Size")!.GetValue<int>()));

    /// <summary>A key that is missing is told from one that is forbidden by listing it, where S3 answers 403 for both.</summary>
    [Theory]
    [InlineData(HandlerNames.BuildBaseline, "baselines/churn/*")]
    [InlineData(HandlerNames.PlanRun, "reports/churn-xgboost/churn/*")]
    [InlineData(HandlerNames.ProfileShard, "states/churn-xgboost/AllTraffic/*")]
    [InlineData(HandlerNames.EvaluateRun, "reports/churn-xgboost/churn/*")]
    [InlineData(HandlerNames.RecordFailure, "reports/churn-xgboost/churn/*")]
    public void Functions_MayListWhatTheyLookFor(string function, string prefix) => Assert.Contains(
        PolicyOf(deployments.Plain.Template, function).Split('\n'),
        statement => statement.Contains("s3:ListBucket", StringComparison.Ordinal) && statement.Contains($"\"{prefix}\"", StringComparison.Ordinal));

    [Fact]
    public void CaptureBucket_ThatExists_IsListedBelowItsPrefixesOnly()
    {
        string[] listing =
        [
            .. PolicyOf(deployments.Existing.Template, HandlerNames.PlanRun).Split('\n')
                .Where(statement => statement.Contains("s3:ListBucket", StringComparison.Ordinal)
                    && statement.Contains(Deployments.ExistingBucket, StringComparison.Ordinal)),
        ];

        Assert.Contains("""{"StringLike":{"s3:prefix":["capture/churn-xgboost/AllTraffic/*"]}}""", Assert.Single(listing), StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_AreOneForEachHandler() => Assert.Equal(
        HandlerNames.All.Order(),
        new[] { deployments.Capturing, deployments.Remediating }
            .SelectMany(deployment => deployment.Template.OfType("AWS::Lambda::Function"))
            .Select(function => function.TextAt("Handler")).Distinct().Order());

    [Fact]
    public void Functions_ShareOneAssetAndOneEnvironment()
    {
        TemplateResource[] functions = [.. deployments.Plain.Template.OfType("AWS::Lambda::Function")];

        Assert.Single(functions.Select(function => function.TextAt("Code")).Distinct());
        Assert.All(functions, function => Assert.Equal(
            EnvironmentVariables,
            function.At("Environment", "Variables")!.AsObject().Select(variable => variable.Key).Order()));
        Assert.All(functions, function => Assert.Equal("provided.al2023", function.TextAt("Runtime")));
        Assert.All(functions, function => Assert.Equal("""["x86_64"]""", function.TextAt("Architectures")));
    }

    [Fact]
    public void Rules_OfEveryMonitor_StartItsRun()
    {
        TemplateResource[] rules = [.. deployments.Rich.Template.OfType("AWS::Events::Rule").Where(rule => rule.At("ScheduleExpression") is not null)];
        Dictionary<string, RunRequest> requests = rules.Select(ScheduleInput.Of).ToDictionary(request => request.Monitor);

        Assert.Equal(["churn", "churn-daily", "fraud"], requests.Keys.Order());
        Assert.Equal(600, requests["churn"].SettleSeconds);
        Assert.Null(requests["churn-daily"].SettleSeconds);
        Assert.All(requests.Values, request => Assert.Equal(DateTimeOffset.Parse(ScheduleInput.EventTime, CultureInfo.InvariantCulture), request.Time));
        Assert.Equal(
            ["cron(0 * ? * * *)", "cron(0 0 ? * * *)", "cron(0 8 ? * MON-FRI *)"],
            rules.Select(rule => rule.TextAt("ScheduleExpression")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TrainingSets_ThatArrive_GoToBuildBaseline()
    {
        TemplateResource rule = Assert.Single(deployments.Plain.Template.OfType("AWS::Events::Rule"), rule => rule.At("EventPattern") is not null);
        TemplateResource bucket = deployments.Plain.Template.OfType("AWS::S3::Bucket")
            .Single(bucket => bucket.TextAt("NotificationConfiguration", "EventBridgeConfiguration", "EventBridgeEnabled") == "true");

        Assert.Equal("""[{"prefix":"datasets/"}]""", rule.TextAt("EventPattern", "detail", "object", "key"));
        Assert.True(TemplateResource.Refers(rule.At("EventPattern", "detail", "bucket", "name"), bucket.Id));
        Assert.Contains("BuildBaseline", rule.TextAt("Targets"), StringComparison.Ordinal);
        Assert.Null(rule.At("Targets")!.AsArray()[0]!["InputTransformer"]);
    }

    [Fact]
    public void CaptureBucket_ThatExists_IsReadAndNotCreated()
    {
        Template template = deployments.Existing.Template;

        Assert.Single(template.OfType("AWS::S3::Bucket"));
        Assert.All(template.OfType("AWS::Lambda::Function"), function =>
            Assert.Equal($"s3://{Deployments.ExistingBucket}", function.TextAt("Environment", "Variables", FunctionEnvironment.Captures)));
        Assert.Contains($"s3:::{Deployments.ExistingBucket}/capture/churn-xgboost/AllTraffic/*", PolicyOf(template, "ProfileShard"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AllOfThem_AreFollowed()
    {
        Template template = deployments.Existing.Template;

        Assert.All(template.OfType("AWS::Lambda::Function"), function => Assert.Equal("""["arm64"]""", function.TextAt("Architectures")));
        Assert.All(template.OfType("AWS::Logs::LogGroup"), logs => Assert.Equal("90", logs.TextAt("RetentionInDays")));
        Assert.Equal("models@example.com", Assert.Single(template.OfType("AWS::SNS::Subscription")).TextAt("Endpoint"));
    }

    [Fact]
    public void CapturesOfAnotherBucket_AreReadBelowTheirPrefixAndDecrypted()
    {
        foreach (string reader in CaptureReaders)
        {
            string policy = PolicyOf(deployments.Rich.Template, reader);
            Assert.Contains($":s3:::{Deployments.ForeignBucket}/models/fraud-detector/AllTraffic/*", policy, StringComparison.Ordinal);
            Assert.Contains($"\"Action\":\"kms:Decrypt\",\"Effect\":\"Allow\",\"Resource\":\"{Deployments.KmsKey}\"", policy, StringComparison.Ordinal);
        }

        Assert.All(Others, function =>
        {
            string policy = PolicyOf(deployments.Rich.Template, function);
            Assert.DoesNotContain(Deployments.ForeignBucket, policy, StringComparison.Ordinal);
            Assert.DoesNotContain("kms:", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("Captures", policy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Outputs_TellWhatAUserNeedsToGoOn() => Assert.Subset(
        deployments.Plain.Template.Outputs.ToHashSet(),
        new HashSet<string> { "CaptureBucket", "ArtifactsBucket", "StateMachineArn", "TopicArn", "DashboardUrl", "FailedRunsQueueUrl" });

    [CfnLintFact]
    public async Task Templates_OfAllKindsOfDeployments_PassCfnLint()
    {
        // Many monitors are the same resources over and over, which would take a minute.
        string[] files = [.. deployments.All.Where(deployment => deployment.Monitors.Count < 40).Select(deployment => deployment.Template.Path!)];

        ProcessResult lint = await ProcessRun.ExecuteAsync("cfn-lint", ["--non-zero-exit-code", "error", .. files]);

        Assert.True(lint.ExitCode == 0, lint.Output);
    }

    private static string PolicyOf(Template template, string function)
    {
        TemplateResource role = template.OfType("AWS::IAM::Role").Single(role => role.Id.StartsWith($"Functions{function}Role", StringComparison.Ordinal));
        IEnumerable<JsonNode> statements = template.OfType("AWS::IAM::Policy")
            .Where(policy => TemplateResource.Refers(policy.At("Roles"), role.Id))
            .SelectMany(policy => JsonText.List(policy.At("PolicyDocument", "Statement")));
        return string.Join('\n', statements.Select(JsonText.Of));
    }
}
