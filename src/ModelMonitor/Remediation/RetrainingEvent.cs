using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>
/// The events "SageMaker Model Building Pipeline Execution Status Change" and "Step Functions Execution Status Change", as far as
/// they are used here.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html and
/// https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html.
/// </remarks>
internal sealed record RetrainingEvent([property: JsonPropertyName("detail")] RetrainingEventDetail? Detail);
