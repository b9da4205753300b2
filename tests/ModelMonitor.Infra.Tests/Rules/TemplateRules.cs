namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>All rules.</summary>
internal static class TemplateRules
{
    public static IReadOnlyList<ITemplateRule> All { get; } =
    [
        new BucketsTakeTlsOnly(), new BucketsAndQueuesAreEncrypted(), new BucketsArePrivate(), new BucketsAreVersioned(),
        new BucketsOutliveTheStack(), new QueuesAndTopicsTakeTlsOnly(),
        new FunctionsStateTheirLimits(), new FunctionsKeepLogsForATime(), new EverythingIsTraced(), new FailuresHaveADestination(),
        new NoWildcardActions(), new NoWildcardResources(), new PoliciesFitTheirLimits(), new EventPatternsFitTheirLimit(), new RolesStartWhatIsNamedOnly(), new NothingHasAPhysicalName(), new NoCustomResources(),
        new AlarmsExplainThemselves(), new AlarmsAct(), new AlarmsSayWhatMissingDataMeans(), new AlarmsLookBackNoFurtherThanCloudWatch(),
        new EveryMonitorAlarmsByNotRunning(), new MetricsAreInTheContracts(), new QueriesAreLimitedAndEncrypted(),
        new EndpointsAreTouchedByName(), new DistributionsAreForFewAndSafe(),
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(NameOf)];

    public static ITemplateRule Find(string name) => All.Single(rule => string.Equals(NameOf(rule), name, StringComparison.Ordinal));

    private static string NameOf(ITemplateRule rule) => rule.GetType().Name;
}
