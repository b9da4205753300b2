using System.Text;
using CsCheck;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed partial class MonitorReaderTests
{
    private const string Minimal = """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""";

    private const string Full = """
        {
          // a comment
          "$schema": "./monitor.schema.json",
          "name": "churn", "endpoint": "Churn-1", "variant": "Blue",
          "schedule": "cron(0 12 ? * * *)", "window": "PT12H", "settleDelay": "PT0S",
          "capture": {
            "prefix": "", "outputColumnsPosition": "End", "bucket": "my.captures-1",
            "kmsKey": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          },
          "dataset": { "format": { "csv": { "header": false } } },
          "baseline": { "promote": "manual" },
          "compatibility": "SageMaker", "maxConcurrency": 7,
          "notify": ["arn:aws:sns:eu-west-1:123456789012:models", "arn:aws-cn:sns:cn-north-1:123456789012:a_b"],
          "alarms": [
            { "metric": "violations", "threshold": 0 },
            {
              "metric": "capture_lag_seconds", "threshold": -1.5e3, "comparison": "LessThanOrEqualToThreshold",
              "periods": 2, "of": 3, "treatMissingData": "breaching", "severity": "critical", "name": "lag", "remediate": true,
            },
            { "metric": "violations", "anomalyDetection": 2.5 },
            { "metric": "rows", "anomalyDetection": 3, "comparison": "LessThanLowerThreshold", "severity": "info" },
          ],
          "remediation": { "eventBus": "default", "cooldown": "12h", "maintenance": [{ "days": ["Sat"], "from": "08:00" }], "dryRun": false },
          "dataQuality": {
            "emitMetrics": false,
            "features": {
              "Day Mins": { "driftThreshold": 0.15, "completeness": 1, "dataTypeThreshold": 0.9, "domainContentThreshold": 1e-1 },
              "state": { "enabled": false },
            },
          },
        }
        """;

    [Fact]
    public void Read_OnlyWhatIsRequired_TakesDefaults()
    {
        MonitorDefinition monitor = ReadValid(Minimal);

        Assert.Equal("AllTraffic", monitor.Variant);
        Assert.Equal("hourly", monitor.Schedule.Text);
        Assert.Null(monitor.Window);
        Assert.Equal(TimeSpan.FromMinutes(10), monitor.SettleDelay);
        Assert.Equal(new CaptureSection("capture/", OutputColumnsPosition.Start), monitor.Capture);
        Assert.Equal(new DatasetSection(DatasetFileFormat.Csv, HasHeader: true), monitor.Dataset);
        Assert.Equal(new BaselineSection(PromotionRule.Automatic), monitor.Baseline);
        Assert.Equal(Compatibility.Corrected, monitor.Compatibility);
        Assert.True(monitor.DataQuality!.EmitMetrics);
        Assert.Empty(monitor.DataQuality.Features);
        Assert.Equal(100, monitor.MaxConcurrency);
        Assert.Empty(monitor.Alarms);
        Assert.Equal(NotifySection.None, monitor.Notify);
    }

    [Fact]
    public void Read_EveryKey_TakesItsValue()
    {
        MonitorDefinition monitor = ReadValid(Full);

        Assert.Equal(("churn", "Churn-1", "Blue"), (monitor.Name, monitor.Endpoint, monitor.Variant));
        Assert.Equal("cron(0 12 ? * * *)", monitor.Schedule.Text);
        Assert.Equal(TimeSpan.FromHours(12), monitor.Window);
        Assert.Equal(TimeSpan.Zero, monitor.SettleDelay);
        CaptureSection capture = new("", OutputColumnsPosition.End)
        {
            Bucket = "my.captures-1",
            KmsKey = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        };
        Assert.Equal(capture, monitor.Capture);
        Assert.Equal(new DatasetSection(DatasetFileFormat.Csv, HasHeader: false), monitor.Dataset);
        Assert.Equal(Compatibility.SageMaker, monitor.Compatibility);
        Assert.False(monitor.DataQuality!.EmitMetrics);
        FeatureSettings expected = new()
        {
            DriftThreshold = 0.15, Completeness = 1, DataTypeThreshold = 0.9, DomainContentThreshold = 0.1,
        };
        Assert.Equal(expected, monitor.DataQuality.Features["Day Mins"]);
        Assert.Equal(new FeatureSettings { Enabled = false }, monitor.DataQuality.Features["state"]);
        Assert.Equal(7, monitor.MaxConcurrency);
        Assert.All(
            Enum.GetValues<AlarmSeverity>(),
            severity => Assert.Equal(
                ["arn:aws:sns:eu-west-1:123456789012:models", "arn:aws-cn:sns:cn-north-1:123456789012:a_b"], monitor.Notify.Of(severity)));
        AlarmSettings lag = new("capture_lag_seconds", -1500)
        {
            Comparison = AlarmComparison.LessThanOrEqualToThreshold,
            Periods = 2,
            Of = 3,
            TreatMissingData = MissingDataTreatment.Breaching,
            Severity = AlarmSeverity.Critical,
            Name = "lag",
            Remediate = true,
        };
        AlarmSettings outside = new("violations", null)
        {
            Name = "violations-3",
            AnomalyDetection = 2.5,
            Comparison = AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold,
        };
        AlarmSettings below = new("rows", null)
        {
            AnomalyDetection = 3,
            Comparison = AlarmComparison.LessThanLowerThreshold,
            Severity = AlarmSeverity.Info,
        };
        Assert.Equal([new AlarmSettings("violations", 0) { Name = "violations-2" }, lag, outside, below], monitor.Alarms);
    }

    [Theory]
    [InlineData("""{ "json": { "lines": true } }""", DatasetFileFormat.JsonLines)]
    [InlineData("""{ "json": {} }""", DatasetFileFormat.JsonLines)]
    [InlineData("""{ "parquet": {} }""", DatasetFileFormat.Parquet)]
    [InlineData("""{ "csv": {} }""", DatasetFileFormat.Csv)]
    public void Read_DatasetFormat_IsTheKeysName(string format, DatasetFileFormat expected) =>
        Assert.Equal(expected, ReadValid(With($$""" "dataset": { "format": {{format}} } """)).Dataset.FileFormat);

    [Fact]
    public void Read_ByteOrderMark_IsSkipped()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Minimal)];
        Assert.Empty(MonitorReader.Read(content).Problems);
    }

    [Theory]
    [InlineData(""" "variant": 5 """, "$.variant", "expected 1 to 63 letters, digits and hyphens")]
    [InlineData(""" "variant": null """, "$.variant", "found null")]
    [InlineData(""" "variant": "a_b" """, "$.variant", "found the string \"a_b\"")]
    [InlineData(""" "schedule": "cron(0 * * * * *)" """, "$.schedule", "'?' in exactly one")]
    [InlineData(""" "schedule": 1 """, "$.schedule", "found the number 1")]
    [InlineData(""" "window": "1 h" """, "$.window", "expected an ISO 8601 duration from PT1M to P31D, such as PT1H or 1h")]
    [InlineData(""" "window": "PT0S" """, "$.window", "from PT1M to P31D")]
    [InlineData(""" "settleDelay": "P2D" """, "$.settleDelay", "from PT0S to P1D")]
    [InlineData(""" "compatibility": "sagemaker" """, "$.compatibility", "expected \"Corrected\" or \"SageMaker\"")]
    [InlineData(""" "capture": [] """, "$.capture", "expected an object, found an array")]
    [InlineData(""" "capture": { "prefix": "capture" } """, "$.capture.prefix", "each end in a slash")]
    [InlineData(""" "capture": { "prefix": "/capture/" } """, "$.capture.prefix", "each end in a slash")]
    [InlineData(""" "capture": { "prefix": "../capture/" } """, "$.capture.prefix", "each end in a slash")]
    [InlineData(""" "capture": { "outputColumnsPosition": "START" } """, "$.capture.outputColumnsPosition", "\"Start\" or \"End\"")]
    [InlineData(""" "dataset": { "format": {} } """, "$.dataset.format", "exactly one of csv, json and parquet")]
    [InlineData(""" "dataset": { "format": { "csv": {}, "json": {} } } """, "$.dataset.format", "exactly one of")]
    [InlineData(""" "dataset": { "format": { "csv": { "header": "yes" } } } """, "$.dataset.format.csv.header", "expected true or false")]
    [InlineData(""" "dataset": { "format": { "json": { "lines": false } } } """, "$.dataset.format.json.lines", "one JSON object per line")]
    [InlineData(""" "baseline": { "promote": "auto" } """, "$.baseline.promote", "expected \"automatic\" or \"manual\"")]
    [InlineData(""" "baseline": { "promotes": "manual" } """, "$.baseline.promotes", "did you mean promote?")]
    [InlineData(""" "dataset": { "format": { "parquet": { "x": 1 } } } """, "$.dataset.format.parquet.x", "unknown key")]
    [InlineData(""" "capture": { "bucket": "s3://captures" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "Captures" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "a..b" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "192.168.5.4" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "xn--captures" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "captures-s3alias" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "bucket": "captures\n" } """, "$.capture.bucket", "the name of an S3 bucket")]
    [InlineData(""" "capture": { "kmsKey": "arn:aws:kms:eu-west-1:123456789012:alias/captures" } """, "$.capture.kmsKey", "not of an alias")]
    [InlineData(""" "maxConcurrency": 0 """, "$.maxConcurrency", "a whole number from 1 to 10000, found the number 0")]
    [InlineData(""" "maxConcurrency": 10001 """, "$.maxConcurrency", "a whole number from 1 to 10000")]
    [InlineData(""" "maxConcurrency": 1.5 """, "$.maxConcurrency", "a whole number from 1 to 10000, found the number 1.5")]
    [InlineData(""" "notify": "arn:aws:sns:eu-west-1:123456789012:models" """, "$.notify", "expected an array of topics, or an object with arrays of them by severity, found the string")]
    [InlineData(""" "notify": { "warnings": [] } """, "$.notify.warnings", "did you mean warning?")]
    [InlineData(""" "notify": { "critical": "arn:aws:sns:eu-west-1:123456789012:models" } """, "$.notify.critical", "expected an array, found the string")]
    [InlineData(""" "notify": { "info": ["me@example.com"] } """, "$.notify.info[0]", "the ARN of an SNS topic")]
    [InlineData(""" "notify": ["me@example.com"] """, "$.notify[0]", "the ARN of an SNS topic")]
    [InlineData(""" "notify": ["arn:aws:sns:eu-west-1:123456789012:models.fifo"] """, "$.notify[0]", "(not FIFO)")]
    [InlineData(""" "notify": ["arn:aws:sns:eu-west-1:123456789012:a", "arn:aws:sns:eu-west-1:123456789012:a"] """, "$.notify[1]", "stands twice")]
    [InlineData(""" "alarms": {} """, "$.alarms", "expected an array, found an object")]
    [InlineData(""" "alarms": [1] """, "$.alarms[0]", "expected an object, found the number 1")]
    [InlineData(""" "alarms": [{ "threshold": 1 }] """, "$.alarms[0].metric", "is missing; give the name of a metric")]
    [InlineData(""" "alarms": [{ "metric": "rows" }] """, "$.alarms[0].threshold", "is missing; give a number")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "anomalyDetection": 2 }] """, "$.alarms[0].anomalyDetection", "stands beside a threshold")]
    [InlineData(""" "alarms": [{ "metric": "rows", "anomalyDetection": 0 }] """, "$.alarms[0].anomalyDetection", "a number from 0.1 to 100")]
    [InlineData(""" "alarms": [{ "metric": "rows", "anomalyDetection": true }] """, "$.alarms[0].anomalyDetection", "a number from 0.1 to 100, found true")]
    [InlineData(""" "alarms": [{ "metric": "rows", "anomalyDetection": 2, "comparison": "LessThanThreshold" }] """, "$.alarms[0].comparison", "\"GreaterThanUpperThreshold\" or")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "comparison": "LessThanLowerThreshold" }] """, "$.alarms[0].comparison", "\"GreaterThanThreshold\" or")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "severity": "Critical" }] """, "$.alarms[0].severity", "\"info\" or \"warning\" or \"critical\"")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "remediate": "yes" }] """, "$.alarms[0].remediate", "expected true or false")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "name": "Rows" }] """, "$.alarms[0].name", "1 to 60 lowercase letters, digits and hyphens")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "name": "a/b" }] """, "$.alarms[0].name", "lowercase letters")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "name": "violations" }] """, "$.alarms[0].name", "every monitor may have")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "name": "a" }, { "metric": "rows", "threshold": 2, "name": "a" }] """, "$.alarms[1].name", "also the name of another alarm")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": "1" }] """, "$.alarms[0].threshold", "expected a number, found the string")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1e109 }] """, "$.alarms[0].threshold", "expected a number")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1 }, { "metric": "row", "threshold": 1 }] """, "$.alarms[1].metric", "did you mean rows?")]
    [InlineData(""" "alarms": [{ "metric": "violation", "threshold": 1 }] """, "$.alarms[0].metric", "did you mean violations?")]
    [InlineData(""" "alarms": [{ "metric": "feature_baseline_drfit_a b", "threshold": 1 }] """, "$.alarms[0].metric", "did you mean feature_baseline_drift_a b?")]
    [InlineData(""" "alarms": [{ "metric": "feature_non_null_", "threshold": 1 }] """, "$.alarms[0].metric", "unknown metric")]
    [InlineData(""" "alarms": [{ "metric": "", "threshold": 1 }] """, "$.alarms[0].metric", "unknown metric")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "periods": 0 }] """, "$.alarms[0].periods", "a whole number from 1 to 1440")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "periods": 3, "of": 2 }] """, "$.alarms[0].of", "expected at least the 3 periods")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "of": 169 }] """, "$.alarms[0].of", "expected at most 168, found 169: CloudWatch looks back P7D")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "periods": 169 }] """, "$.alarms[0].periods", "expected at most 168")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "comparison": ">" }] """, "$.alarms[0].comparison", "\"GreaterThanThreshold\" or")]
    [InlineData(""" "alarms": [{ "metric": "rows", "threshold": 1, "treatMissingData": "Breaching" }] """, "$.alarms[0].treatMissingData", "\"notBreaching\" or")]
    [InlineData(""" "alarms": [{ "metric": "rows", "treshold": 1, "threshold": 1 }] """, "$.alarms[0].treshold", "did you mean threshold?")]
    [InlineData(""" "scedule": "daily" """, "$.scedule", "did you mean schedule?")]
    [InlineData(""" "Variant": "a" """, "$.Variant", "did you mean variant?")]
    [InlineData(""" "xyzxyzxyz": 1 """, "$.xyzxyzxyz", "unknown key; known here: $schema, name, endpoint, variant,")]
    [InlineData(""" "Day Mins": 1 """, "$['Day Mins']", "unknown key")]
    [InlineData(""" "name": "again" """, "$.name", "stands twice")]
    public void Read_OneFault_IsReportedWithItsPath(string member, string path, string message)
    {
        MonitorReading reading = Read(With(member));

        MonitorProblem problem = Assert.Single(reading.Problems, problem => problem.Path == path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.Line);
        Assert.Null(reading.Definition);
    }

    [Fact]
    public void Read_ArraysTooDeep_IsOneProblem() => Assert.Single(Read(string.Concat(Enumerable.Repeat("[", 10_000))).Problems);

    [Theory]
    [InlineData("""{ "driftTreshold": 0.1 }""", "driftTreshold", "did you mean driftThreshold?")]
    [InlineData("""{ "driftThreshold": 1.5 }""", "driftThreshold", "expected a number from 0 to 1, found the number 1.5")]
    [InlineData("""{ "driftThreshold": -0.1 }""", "driftThreshold", "from 0 to 1")]
    [InlineData("""{ "driftThreshold": 1e999 }""", "driftThreshold", "from 0 to 1")]
    [InlineData("""{ "completeness": "1" }""", "completeness", "found the string \"1\"")]
    [InlineData("""{ "enabled": 1 }""", "enabled", "expected true or false")]
    public void Read_FaultInFeature_IsReportedWithItsPath(string feature, string key, string message)
    {
        string text = Minimal.Replace("{}", $$"""{ "features": { "Day Mins": {{feature}} } }""", StringComparison.Ordinal);

        MonitorProblem problem = Assert.Single(Read(text).Problems);

        Assert.Equal($"$.dataQuality.features['Day Mins'].{key}", problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Churn")]
    [InlineData("churn_1")]
    [InlineData("-churn")]
    [InlineData("churn-")]
    [InlineData("")]
    [InlineData("chürn")]
    [InlineData("a/b")]
    [InlineData("a234567890b234567890c234567890d234567890e234567890f234567890g234")]
    public void Read_BadName_IsReported(string name)
    {
        MonitorProblem problem = Assert.Single(Read(Minimal.Replace("\"churn\"", $"\"{name}\"", StringComparison.Ordinal)).Problems);

        Assert.Equal("$.name", problem.Path);
        Assert.Contains("1 to 63 lowercase letters, digits and hyphens", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyObject_ReportsAllThatIsMissing()
    {
        IEnumerable<string> paths = Read("{}").Problems.Select(problem => problem.Path);
        Assert.Equal(["$.name", "$.endpoint", "$"], paths);
    }

    [Fact]
    public void Read_SeveralFaults_ReportsAllInOrderOfLines()
    {
        MonitorReading reading = Read("""
            {
              "nam": "churn",
              "endpoint": "a b",
              "dataQuality": {
                "emitMetrics": "no"
              }
            }
            """);

        Assert.Equal(
            [("$.name", 1), ("$.nam", 2), ("$.endpoint", 3), ("$.dataQuality.emitMetrics", 5)],
            reading.Problems.Select(problem => (problem.Path, problem.Line)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n \"name\": \"churn\"\n \"endpoint\": 1 }", 3)]
    [InlineData("{ \"name\": ", 1)]
    [InlineData("{} {}", 1)]
    public void Read_NotJson_IsOneProblemWithItsLine(string text, int line)
    {
        MonitorProblem problem = Assert.Single(Read(text).Problems);

        Assert.Contains("is not JSON", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("null", "null")]
    [InlineData("\"churn\"", "the string \"churn\"")]
    public void Read_NoObject_IsOneProblem(string text, string found)
    {
        MonitorProblem problem = Assert.Single(Read(text).Problems);
        Assert.Equal($"expected an object, found {found}", problem.Message);
    }

    [Fact]
    public void Read_TextThatIsNotUtf8_IsOneProblem()
    {
        byte[] content = Encoding.Latin1.GetBytes("{\n\"name\": \"ch\u00FCrn\" }");

        MonitorProblem problem = Assert.Single(MonitorReader.Read(content).Problems);

        Assert.Contains("UTF-8", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.Line);
    }

    [Fact]
    public void Read_ObjectsTooDeep_IsOneProblem() =>
        Assert.Single(Read(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))).Problems);

    [Fact]
    public void Read_MutatedFile_NeverThrows()
    {
        byte[] original = Encoding.UTF8.GetBytes(Full);
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte, Gen.Int[0, 20]).Array[1, 4].Sample(
            mutations =>
            {
                List<byte> bytes = [.. original];
                foreach ((int position, byte value, int removed) in mutations)
                {
                    int at = Math.Min(position, bytes.Count - 1);
                    bytes[at] = value;
                    bytes.RemoveRange(at, Math.Min(removed, bytes.Count - at - 1));
                }

                MonitorReading reading = MonitorReader.Read(bytes.ToArray());
                Assert.Equal(reading.Definition is null, reading.Problems.Count > 0);
            },
            iter: 5_000);
    }

    private static string With(string member) => Minimal.Replace("}\u0020}", $"}},\n{member} }}", StringComparison.Ordinal);

    private static MonitorReading Read(string text) => MonitorReader.Read(Encoding.UTF8.GetBytes(text));

    private static MonitorDefinition ReadValid(string text)
    {
        MonitorReading reading = Read(text);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }
}
