namespace ModelMonitor.Contracts.Metrics;

/// <summary>The CloudWatch namespaces of all metrics.</summary>
public static class MetricNamespaces
{
    /// <summary>Our own metrics.</summary>
    public const string ModelMonitor = "ModelMonitor";

    /// <summary>SageMaker Model Monitor's data-quality metrics of an endpoint.</summary>
    public const string EndpointData = "aws/sagemaker/Endpoints/data-metrics";

    /// <summary>SageMaker Model Monitor's data-quality metrics of batch transforms.</summary>
    public const string BatchData = "aws/sagemaker/ModelMonitoring/data-metrics";

    /// <summary>SageMaker Model Monitor's model-quality metrics of an endpoint.</summary>
    public const string EndpointModel = "aws/sagemaker/Endpoints/model-metrics";

    /// <summary>SageMaker Model Monitor's model-quality metrics of batch transforms.</summary>
    public const string BatchModel = "aws/sagemaker/ModelMonitoring/model-metrics";

    /// <summary>SageMaker Clarify's bias metrics of an endpoint.</summary>
    public const string EndpointBias = "aws/sagemaker/Endpoints/bias-metrics";

    /// <summary>SageMaker Clarify's bias metrics of batch transforms.</summary>
    public const string BatchBias = "aws/sagemaker/ModelMonitoring/bias-metrics";

    /// <summary>SageMaker Clarify's feature attributions of an endpoint.</summary>
    public const string EndpointExplainability = "aws/sagemaker/Endpoints/explainability-metrics";

    /// <summary>SageMaker Clarify's feature attributions of batch transforms.</summary>
    public const string BatchExplainability = "aws/sagemaker/ModelMonitoring/explainability-metrics";
}
