namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>capture</c>.</summary>
internal static class CaptureSectionReader
{
    public static CaptureSection Read(SectionReader? section)
    {
        if (section is null)
        {
            return new CaptureSection();
        }

        CaptureSection capture = new(
            section.ReadString(
                "prefix",
                IsPrefix,
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
        };
        section.Finish();
        return capture;
    }

    private static bool IsPrefix(string text) =>
        text.Length == 0
        || (text.EndsWith('/') && text[..^1].Split('/').All(folder => folder is not ("" or "." or "..")));
}
