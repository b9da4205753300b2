namespace ModelMonitor.Contracts.Monitors;

/// <summary>How the training set is stored.</summary>
/// <param name="FileFormat">The format of its files.</param>
/// <param name="HasHeader">Whether the first row of a CSV file names the columns; of no effect for other formats.</param>
public sealed record DatasetSection(DatasetFileFormat FileFormat = DatasetFileFormat.Csv, bool HasHeader = true);
