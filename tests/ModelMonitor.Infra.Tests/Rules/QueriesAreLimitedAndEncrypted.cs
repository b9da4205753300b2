using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class QueriesAreLimitedAndEncrypted : ITemplateRule
{
    private const string Configuration = "WorkGroupConfiguration";

    public string Explanation => "A query that names no days must not read for ever at the owner's cost, and nobody may send results elsewhere or store them in the clear.";

    public string Violating => """
        { "W": { "Type": "AWS::Athena::WorkGroup", "Properties": { "Name": "w" } },
          "V": { "Type": "AWS::Athena::WorkGroup", "Properties": { "Name": "v", "WorkGroupConfiguration": { "EnforceWorkGroupConfiguration": true,
            "BytesScannedCutoffPerQuery": 1000, "ResultConfiguration": { "EncryptionConfiguration": { "EncryptionOption": "SSE_S3" } } } } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from workGroup in template.OfType("AWS::Athena::WorkGroup")
           where workGroup.TextAt(Configuration, "EnforceWorkGroupConfiguration") is not "true"
           select $"{workGroup} lets queries choose where results go.",
        .. from workGroup in template.OfType("AWS::Athena::WorkGroup")
           where workGroup.At(Configuration, "BytesScannedCutoffPerQuery") is null
           select $"{workGroup} limits no query.",
        .. from workGroup in template.OfType("AWS::Athena::WorkGroup")
           where workGroup.At(Configuration, "ResultConfiguration", "EncryptionConfiguration", "EncryptionOption") is null
           select $"{workGroup} encrypts no results.",
    ];
}
