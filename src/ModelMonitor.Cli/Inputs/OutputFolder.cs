using ModelMonitor.Aws.Storage;

namespace ModelMonitor.Cli.Inputs;

/// <summary>Keeps results from being written among what they are made of.</summary>
internal static class OutputFolder
{
    /// <summary>Makes sure that the output does not lie in a folder that is read.</summary>
    /// <param name="output">Where results go.</param>
    /// <param name="input">What is read.</param>
    /// <param name="source">What the user gave the input as (<c>--dataset</c>).</param>
    /// <exception cref="ConfigurationException">It does: the next run would read the results, or the baseline would be lost.</exception>
    public static void MustBeApart(string output, string input, string source)
    {
        if (StorePath.IsWithin(output, input))
        {
            throw new ConfigurationException(
                "--output", "", $"'{output}' is in the folder of {source}, whose files it would mix with; give another folder.");
        }
    }
}
