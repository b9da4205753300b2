using System.Runtime.InteropServices;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>A test of the executable that is deployed; skipped on machines that it is not made for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PublishedFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "The executable under test is for Linux on x86-64.";
        }
    }
}
