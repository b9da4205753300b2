namespace ModelMonitor.Testing;

/// <summary>Real inputs and outputs of SageMaker's containers, kept beside the checkout and not part of it.</summary>
public static class Conformance
{
    /// <summary>The folder of the cases, present or not.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "conformance"));

    /// <summary>Whether the cases are there.</summary>
    public static bool IsPresent => Directory.Exists(Folder);

    /// <summary>The path of a file of a case.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);
}
