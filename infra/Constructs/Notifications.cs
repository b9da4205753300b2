using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;

namespace ModelMonitor.Infra.Constructs;

/// <summary>
/// The topic that every alarm notifies. It is not encrypted at rest: with AWS's own key alarms could not publish to it, and
/// what they publish is names of monitors and metrics.
/// </summary>
internal sealed class Notifications : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="email">An address to subscribe; null for none.</param>
    public Notifications(Construct scope, string id, string? email)
        : base(scope, id)
    {
        Topic = new Topic(this, "Topic", new TopicProps { DisplayName = "ModelMonitor", EnforceSSL = true });
        Topic.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "AlarmsOfThisAccount",
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = ["sns:Publish"],
            Resources = [Topic.TopicArn],
            Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["aws:SourceAccount"] = Stack.Of(this).Account,
                },
            },
        }));
        if (email is not null)
        {
            Topic.AddSubscription(new EmailSubscription(email));
        }
    }

    /// <summary>The topic.</summary>
    public Topic Topic { get; }
}
