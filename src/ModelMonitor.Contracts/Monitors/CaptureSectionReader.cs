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
                ("End", OutputColumnsPosition.End)));
        section.Finish();
        return capture;
    }

    private static bool IsPrefix(string text) =>
        text.Length == 0
        || (text.EndsWith('/') && text[..^1].Split('/').All(folder => folder is not ("" or "." or "..")));
}
