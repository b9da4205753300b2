using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>How long a part of a template is once CloudFormation put names in the place of its references.</summary>
internal static partial class DeployedSize
{
    /// <summary>What stands for the name of a bucket, function or queue, none of which is longer.</summary>
    private const int LongName = 80;

    public static int Of(JsonNode? document) => document is null ? 0 : Reference().Replace(
        Joins().Replace(JsonText.Of(document), join => Separators().Replace(join.Groups["pieces"].Value, "")),
        reference => reference.Groups["name"].Value switch
        {
            "AWS::Partition" => "aws-us-gov",
            "AWS::Region" => "ap-southeast-1",
            "AWS::AccountId" => "123456789012",
            _ => new string('x', LongName),
        }).Length;

    [GeneratedRegex("""\{"Fn::Join":\["",\[(?<pieces>[^\]]*(?:\[[^\]]*\][^\]]*)*)\]\]\}""")]
    private static partial Regex Joins();

    /// <summary>What stands between the texts and the references that are joined.</summary>
    [GeneratedRegex("""(?<=\}),"|",(?=\{)""")]
    private static partial Regex Separators();

    [GeneratedRegex("""\{"(?:Ref|Fn::GetAtt)":(?:"(?<name>[^"]*)"|\[[^\]]*\])\}""")]
    private static partial Regex Reference();
}
