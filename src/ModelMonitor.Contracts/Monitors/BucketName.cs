using System.Text.RegularExpressions;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>What the name of a general purpose bucket may look like.</summary>
/// <remarks>Follows https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html.</remarks>
internal static partial class BucketName
{
    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Whether a text may be the name of a bucket.</summary>
    public static bool IsValid(string text) =>
        Form().IsMatch(text)
        && !text.Contains("..", StringComparison.Ordinal)
        && !IpAddress().IsMatch(text)
        && !Array.Exists(ReservedPrefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal))
        && !Array.Exists(ReservedSuffixes, suffix => text.EndsWith(suffix, StringComparison.Ordinal));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,3}){3}\z")]
    private static partial Regex IpAddress();
}
