namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>dataset</c>, whose format is spelt as SageMaker spells it: an object with one key.</summary>
internal static class DatasetSectionReader
{
    public static DatasetSection Read(SectionReader? section)
    {
        if (section is null)
        {
            return new DatasetSection();
        }

        SectionReader? format = section.ReadSection("format");
        DatasetSection dataset = format is null ? new DatasetSection() : ReadFormat(format);
        section.Finish();
        return dataset;
    }

    private static DatasetSection ReadFormat(SectionReader format)
    {
        DatasetSection dataset = new();
        if (format.ReadSection("csv") is { } csv)
        {
            dataset = new DatasetSection(DatasetFileFormat.Csv, csv.ReadBoolean("header", dataset.HasHeader));
            csv.Finish();
        }

        if (format.ReadSection("json") is { } json)
        {
            dataset = new DatasetSection(DatasetFileFormat.JsonLines);
            if (!json.ReadBoolean("lines", true))
            {
                json.Report("lines", "expected true, found false: a dataset has one JSON object per line");
            }

            json.Finish();
        }

        if (format.ReadSection("parquet") is { } parquet)
        {
            dataset = new DatasetSection(DatasetFileFormat.Parquet);
            parquet.Finish();
        }

        if (format.Keys.Count() != 1)
        {
            format.Report("expected exactly one of csv, json and parquet");
        }

        format.Finish();
        return dataset;
    }
}
