using System.Text;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Cli.Options;

namespace ModelMonitor.Cli.Inputs;

/// <summary>Reads the file that the command line names for a kind.</summary>
internal static class KindFiles
{
    /// <summary>Reads the analysis configuration, if one is named.</summary>
    /// <exception cref="ConfigurationException">There is no such file.</exception>
    public static async Task<KindRequest> ReadAsync(KindRequest request, CancellationToken cancellationToken)
    {
        if (request.Configuration is not { } path)
        {
            return request;
        }

        byte[] content = await StorePath.ReadFileAsync(path, "--config", cancellationToken).ConfigureAwait(false)
            ?? throw new ConfigurationException("--config", "", $"there is no file '{path}'; check the path.");
        return request with { ConfigurationContent = Encoding.UTF8.GetString(content) };
    }
}
