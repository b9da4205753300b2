using System.Runtime.InteropServices;

namespace ModelMonitor.Storage;

/// <summary>Gives a file a name that must be free, in one step.</summary>
/// <remarks>
/// <see cref="File.Move(string, string, bool)"/> is that step on Windows. On Unix it looks first and then
/// renames, so that of two writers both may win; there a hard link is made, which fails when the name is taken.
/// </remarks>
internal static partial class ExclusiveRename
{
    private const int AlreadyExists = 17; // EEXIST, on Linux and macOS

    /// <summary>Tries it.</summary>
    /// <returns>
    /// Whether the name is the file's now; null when this file system has no such step, so that the caller
    /// has to lock others out.
    /// </returns>
    public static bool? TryRun(string source, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMove(source, target);
        }

        if (Link(source, target) != 0)
        {
            return Marshal.GetLastPInvokeError() == AlreadyExists ? false : null;
        }

        File.Delete(source);
        return true;
    }

    /// <summary>Looks and then renames: good only while other writers are locked out.</summary>
    public static bool TryMove(string source, string target)
    {
        try
        {
            File.Move(source, target, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string added);
}
