using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>capture</c>.</summary>
internal static partial class CaptureSectionReader
{
    private const string ContentTypeExpectation = "a content type of letters, digits, hyphens and dots, such as text/csv";

    /// <summary>What SageMaker takes in each of the two lists.</summary>
    private const int MostContentTypes = 10;

    public static CaptureSection Read(SectionReader? section)
    {
        if (section is null)
        {
            return new CaptureSection();
        }

        CaptureSection capture = new(
            section.ReadString(
                "prefix",
                ObjectPrefix.IsValid,
                "a key prefix: empty, or folders that each end in a slash, such as \"capture/\"") ?? CaptureSection.DefaultPrefix,
            section.ReadChoice(
                "outputColumnsPosition",
                OutputColumnsPosition.Start,
                ("Start", OutputColumnsPosition.Start),
                ("End", OutputColumnsPosition.End)))
        {
            Bucket = section.ReadString(
                "bucket",
                BucketName.IsValid,
                "the name of an S3 bucket: 3 to 63 lowercase letters, digits, dots and hyphens, without s3://"),
            KmsKey = section.ReadString(
                "kmsKey",
                ResourceArn.IsKey,
                "the ARN of a KMS key, not of an alias, such as arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
            ConfigureEndpoint = section.ReadBoolean("configureEndpoint", defaultValue: false),
            DryRun = section.ReadBoolean("dryRun", defaultValue: true),
            SamplingPercentage = section.ReadInteger("samplingPercentage", 0, 100),
            Options = ReadOptions(section),
            ExecutionRole = section.ReadString(
                "executionRole",
                ResourceArn.IsRole,
                "the ARN of a role, such as arn:aws:iam::123456789012:role/endpoint"),
        };
        capture = ReadContentTypes(section.ReadSection("contentTypes"), capture);
        section.Finish();
        return capture;
    }

    private static IReadOnlyList<CaptureMode> ReadOptions(SectionReader section)
    {
        string[] words = Enum.GetNames<CaptureMode>();
        IReadOnlyList<string> options = section.ReadStrings("options", words.Contains, "\"Input\" or \"Output\"");
        if (section.Find("options") is { Kind: JsonValueKind.Array, Items.Count: 0 })
        {
            section.Report("options", "expected one option at least: \"Input\", \"Output\" or both");
        }

        return options.Count == 0 ? new CaptureSection().Options : [.. options.Select(Enum.Parse<CaptureMode>).Order()];
    }

    private static CaptureSection ReadContentTypes(SectionReader? section, CaptureSection capture)
    {
        if (section is null)
        {
            return capture;
        }

        capture = capture with
        {
            CsvContentTypes = Read("csv"),
            JsonContentTypes = Read("json"),
        };
        section.Finish();
        return capture;

        IReadOnlyList<string> Read(string key)
        {
            IReadOnlyList<string> types = section.ReadStrings(key, IsContentType, ContentTypeExpectation);
            if (types.Count > MostContentTypes)
            {
                section.Report(key, "expected ten content types at most, which is what SageMaker takes");
            }

            return types;
        }
    }

    private static bool IsContentType(string text) => text.Length <= 256 && ContentType().IsMatch(text);

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*/[a-zA-Z0-9](-*[a-zA-Z0-9.])*\z", RegexOptions.NonBacktracking)]
    private static partial Regex ContentType();
}
