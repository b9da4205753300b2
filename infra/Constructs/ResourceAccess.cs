using Amazon.CDK.AWS.IAM;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Gives a role access to many resources, in statements that are small.</summary>
internal sealed class ResourceAccess
{
    /// <summary>
    /// How many resources a statement may name. A role's own policy holds 10,240 characters. What is beyond it the CDK moves to
    /// managed policies of 6,144 characters each, statement by statement, so no statement may be large.
    /// </summary>
    public const int ResourcesOfStatement = 10;

    private readonly Role _role;

    public ResourceAccess(Role role) => _role = role;

    /// <summary>Allows actions on each of the resources; none where there is nothing to do them to.</summary>
    public ResourceAccess Allow(string[] actions, params IEnumerable<string> resources) => Allow(actions, resources, conditions: null);

    /// <summary>Lets a service be given each of the roles.</summary>
    public ResourceAccess PassOn(IEnumerable<string> roles, string service) => Allow(["iam:PassRole"], roles, new(StringComparer.Ordinal)
    {
        ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["iam:PassedToService"] = service },
    });

    private ResourceAccess Allow(string[] actions, IEnumerable<string> resources, Dictionary<string, object>? conditions)
    {
        foreach (string[] some in resources.Distinct(StringComparer.Ordinal).Chunk(ResourcesOfStatement))
        {
            _role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = some, Conditions = conditions }));
        }

        return this;
    }
}
