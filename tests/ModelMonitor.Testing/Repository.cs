namespace ModelMonitor.Testing;

/// <summary>Places in the checkout the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>ModelMonitor.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ModelMonitor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No ModelMonitor.sln above {AppContext.BaseDirectory}.");
    }
}
