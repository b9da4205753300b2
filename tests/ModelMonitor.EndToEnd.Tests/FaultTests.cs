using System.Text.RegularExpressions;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>Processes that die on the way, and executions that meet: the result is that of a day when nothing happened.</summary>
[Collection(DeployedCollection.Name)]
public sealed class FaultTests(Deployment deployment)
{
    [EndToEndFact]
    public async Task ProfileShard_KilledWhileItReads_IsTriedAgain()
    {
        WatchedMonitor monitor = deployment.Watch("killed");
        await monitor.TrainAsync();
        IReadOnlyList<CapturedObject> captured = await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten);
        await monitor.CaptureAsync(captured);
        string function = await deployment.FunctionAsync(HandlerNames.ProfileShard);
        await deployment.Control.InterruptAsync(function, "GET", Regex.Escape(captured[^1].Key), after: false);

        await monitor.RunToSuccessAsync(Hours.Eleven);

        Assert.Equal(0, await deployment.Control.PendingInterruptionsAsync());
        Assert.Contains(await deployment.Control.InvocationsAsync(), invocation =>
            invocation.Function == function && invocation.Error == "Runtime.ExitError");
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
    }

    [EndToEndFact]
    public async Task EvaluateRun_KilledAfterItWroteItsRecord_IsTriedAgainAndChangesNothing()
    {
        WatchedMonitor monitor = deployment.Watch("forgetful");
        await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));
        string record = ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, Hours.Eleven) + ObjectKeys.Run;
        await deployment.Control.InterruptAsync(
            await deployment.FunctionAsync(HandlerNames.EvaluateRun), "PUT", Regex.Escape(record), after: true);

        await monitor.RunToSuccessAsync(Hours.Eleven);

        Assert.Equal(0, await deployment.Control.PendingInterruptionsAsync());
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
        Assert.Equal(RunOutcome.Completed, (await monitor.RecordAsync(Hours.Eleven)).Outcome);
    }

    [EndToEndFact]
    public async Task Run_TwoExecutionsOfOneWindowAtOnce_LeaveOneResult()
    {
        WatchedMonitor monitor = deployment.Watch("racing");
        await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));

        string[] executions = await Task.WhenAll(monitor.FireAsync(Hours.Eleven), monitor.FireAsync(Hours.Eleven));
        Execution[] ended = await Task.WhenAll(executions.Select(deployment.Control.WaitAsync));

        Assert.All(ended, execution => Assert.Equal("SUCCEEDED", execution.Status));
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
        IReadOnlyDictionary<string, StoredObject> report = await monitor.ReportAsync(Hours.Eleven);
        Assert.Equal(
            [ObjectKeys.ConstraintViolations, ObjectKeys.Constraints, ObjectKeys.Run, ObjectKeys.Statistics],
            report.Keys.Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
