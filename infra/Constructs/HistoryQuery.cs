namespace ModelMonitor.Infra.Constructs;

/// <summary>A query that is saved with the deployment.</summary>
/// <param name="Id">Its name in the stack.</param>
/// <param name="Name">Its name in Athena.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Sql">The query, in Athena's SQL.</param>
internal sealed record HistoryQuery(string Id, string Name, string Description, string Sql);
