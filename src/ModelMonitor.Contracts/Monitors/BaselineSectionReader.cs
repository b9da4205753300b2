namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>baseline</c>.</summary>
internal static class BaselineSectionReader
{
    public static BaselineSection Read(SectionReader? section)
    {
        if (section is null)
        {
            return new BaselineSection();
        }

        BaselineSection baseline = new(section.ReadChoice(
            "promote",
            PromotionRule.Automatic,
            ("automatic", PromotionRule.Automatic),
            ("manual", PromotionRule.Manual)));
        section.Finish();
        return baseline;
    }
}
