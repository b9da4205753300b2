using System.Text;
using System.Text.RegularExpressions;

namespace ModelMonitor.Infra.Publishing;

/// <summary>Tells which version of the GNU C library a Linux executable needs, from the names of versions in its string table.</summary>
internal static partial class GlibcRequirement
{
    /// <summary>What Amazon Linux 2023, and so Lambda's <c>provided.al2023</c>, has.</summary>
    public static Version OfLambda { get; } = new(2, 34);

    /// <summary>The newest version that the executable asks for; 0.0 when it asks for none.</summary>
    public static Version Of(string executable) => Of(File.ReadAllBytes(executable));

    /// <inheritdoc cref="Of(string)"/>
    public static Version Of(ReadOnlySpan<byte> executable)
    {
        Version newest = new(0, 0);
        ReadOnlySpan<byte> name = "GLIBC_2."u8;
        for (int at = executable.IndexOf(name); at >= 0;)
        {
            executable = executable[at..];
            string text = Encoding.ASCII.GetString(executable[..Math.Min(16, executable.Length)]);
            if (VersionName().Match(text) is { Success: true } match && Version.Parse(match.Groups[1].Value) is var version && version > newest)
            {
                newest = version;
            }

            executable = executable[name.Length..];
            at = executable.IndexOf(name);
        }

        return newest;
    }

    [GeneratedRegex(@"^GLIBC_(2\.\d{1,3})[\0.]")]
    private static partial Regex VersionName();
}
