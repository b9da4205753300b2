using Amazon.CDK;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.Glue;
using Amazon.CDK.AWS.S3;
using Constructs;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.History;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Constructs;

/// <summary>The history of runs as a table that Athena queries, with a workgroup and saved queries. It costs nothing until someone queries.</summary>
/// <remarks>
/// Database and workgroup are named after the stack: people write the one in queries and choose the other in tools,
/// and CloudFormation makes up no name for either.
/// </remarks>
internal sealed class RunHistory : Construct
{
    private const double BytesScannedPerQuery = 1L << 30;

    private const string Parquet = "org.apache.hadoop.hive.ql.io.parquet.";

    private readonly CfnDatabase _database;
    private readonly CfnWorkGroup _workGroup;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="artifacts">Where the history is, and where results of queries go.</param>
    /// <param name="monitors">The monitors.</param>
    public RunHistory(Construct scope, string id, IBucket artifacts, IReadOnlyList<MonitorDefinition> monitors)
        : base(scope, id)
    {
        string stackName = Stack.Of(this).StackName;
        DatabaseName = stackName.ToLowerInvariant().Replace('-', '_');
        WorkGroupName = stackName;
        _database = new CfnDatabase(this, "Database", new CfnDatabaseProps
        {
            CatalogId = Aws.ACCOUNT_ID,
            DatabaseInput = new CfnDatabase.DatabaseInputProperty
            {
                Name = DatabaseName,
                Description = "What ModelMonitor's runs found.",
            },
        });
        CfnTable table = CreateTable(artifacts, monitors);
        table.AddDependency(_database);
        _workGroup = CreateWorkGroup(artifacts);
        foreach (HistoryQuery query in HistoryQueries.All)
        {
            AddQuery(query);
        }
    }

    /// <summary>The name of the database, whose table is <see cref="HistoryQueries.Table"/>.</summary>
    public string DatabaseName { get; }

    /// <summary>The name of the workgroup.</summary>
    public string WorkGroupName { get; }

    private CfnTable CreateTable(IBucket artifacts, IReadOnlyList<MonitorDefinition> monitors) => new(this, "Table", new CfnTableProps
    {
        CatalogId = Aws.ACCOUNT_ID,
        DatabaseName = DatabaseName,
        TableInput = new CfnTable.TableInputProperty
        {
            Name = HistoryQueries.Table,
            Description = "A row for each run, feature and metric.",
            TableType = "EXTERNAL_TABLE",
            Parameters = Projection(artifacts, monitors),
            PartitionKeys = Columns(HistoryColumns.Partitions),
            StorageDescriptor = new CfnTable.StorageDescriptorProperty
            {
                Columns = Columns(HistoryColumns.OfFiles),
                Location = artifacts.S3UrlForObject(ObjectKeys.History),
                InputFormat = Parquet + "MapredParquetInputFormat",
                OutputFormat = Parquet + "MapredParquetOutputFormat",
                SerdeInfo = new CfnTable.SerdeInfoProperty { SerializationLibrary = Parquet + "serde.ParquetHiveSerDe" },
            },
        },
    });

    /// <summary>Athena works out the partitions from these, so that nothing has to register them.</summary>
    private static Dictionary<string, string> Projection(IBucket artifacts, IReadOnlyList<MonitorDefinition> monitors) => new(StringComparer.Ordinal)
    {
        ["classification"] = "parquet",
        ["EXTERNAL"] = "TRUE",
        ["projection.enabled"] = "true",
        [$"projection.{HistoryColumns.Monitor}.type"] = "enum",
        [$"projection.{HistoryColumns.Monitor}.values"] = string.Join(',', monitors.Select(monitor => monitor.Name).Order(StringComparer.Ordinal)),
        [$"projection.{HistoryColumns.Date}.type"] = "date",
        [$"projection.{HistoryColumns.Date}.format"] = "yyyy-MM-dd",
        [$"projection.{HistoryColumns.Date}.range"] = "NOW-3YEARS,NOW",
        [$"projection.{HistoryColumns.Date}.interval"] = "1",
        [$"projection.{HistoryColumns.Date}.interval.unit"] = "DAYS",
        ["storage.location.template"] = artifacts.S3UrlForObject(
            $"{ObjectKeys.History}{HistoryColumns.Monitor}=${{{HistoryColumns.Monitor}}}/{HistoryColumns.Date}=${{{HistoryColumns.Date}}}/"),
    };

    private static CfnTable.ColumnProperty[] Columns(IEnumerable<HistoryColumn> columns) =>
    [
        .. columns.Select(column => new CfnTable.ColumnProperty
        {
            Name = column.Name,
            Type = column.Type switch
            {
                HistoryType.Text => "string",
                HistoryType.Number => "double",
                HistoryType.Flag => "boolean",
                _ => "timestamp",
            },
        }),
    ];

    private CfnWorkGroup CreateWorkGroup(IBucket artifacts) => new(this, "WorkGroup", new CfnWorkGroupProps
    {
        Name = WorkGroupName,
        Description = "Queries over what ModelMonitor's runs found.",
        RecursiveDeleteOption = true,
        WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
        {
            EnforceWorkGroupConfiguration = true,
            BytesScannedCutoffPerQuery = BytesScannedPerQuery,
            PublishCloudWatchMetricsEnabled = false,
            ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty
            {
                OutputLocation = artifacts.S3UrlForObject(ObjectKeys.QueryResults),
                EncryptionConfiguration = new CfnWorkGroup.EncryptionConfigurationProperty { EncryptionOption = "SSE_S3" },
            },
        },
    });

    private void AddQuery(HistoryQuery query)
    {
        CfnNamedQuery saved = new(this, query.Id, new CfnNamedQueryProps
        {
            Database = DatabaseName,
            WorkGroup = WorkGroupName,
            Name = query.Name,
            Description = query.Description,
            QueryString = query.Sql,
        });
        saved.AddDependency(_workGroup);
        saved.AddDependency(_database);
    }
}
