namespace ModelMonitor.Costs;

/// <summary>Public prices of the region us-east-1 in US dollars, without free tiers, discounts and tax.</summary>
/// <remarks>
/// As published in November 2026 on aws.amazon.com/lambda/pricing, /step-functions/pricing, /s3/pricing and
/// /sagemaker/pricing. That a distributed map counts a transition for each child it starts is said in
/// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html.
/// </remarks>
public static class AwsPrices
{
    /// <summary>A gigabyte of a function's memory for a second on x86_64.</summary>
    public const double LambdaGigabyteSecondX64 = 0.0000166667;

    /// <summary>The same on arm64.</summary>
    public const double LambdaGigabyteSecondArm64 = 0.0000133334;

    /// <summary>An invocation of a function.</summary>
    public const double LambdaRequest = 0.20 / 1e6;

    /// <summary>A state transition of a Standard workflow.</summary>
    public const double StateTransition = 0.025 / 1e3;

    /// <summary>An execution of an Express workflow.</summary>
    public const double ExpressRequest = 1.00 / 1e6;

    /// <summary>A gigabyte of an Express workflow's memory for a second.</summary>
    public const double ExpressGigabyteSecond = 0.00001667;

    /// <summary>A GET or SELECT of S3 Standard, and every other request that is no write.</summary>
    public const double S3Read = 0.0004 / 1e3;

    /// <summary>A PUT, COPY, POST or LIST of S3 Standard.</summary>
    public const double S3Write = 0.005 / 1e3;

    /// <summary>An hour of the processing instance ml.m5.xlarge of Amazon SageMaker, on which Model Monitor's jobs run by default.</summary>
    public const double SageMakerProcessingHour = 0.23;

    /// <summary>A custom metric of CloudWatch for a month, in the first tier.</summary>
    public const double MetricMonth = 0.30;

    /// <summary>An alarm of CloudWatch for a month.</summary>
    public const double AlarmMonth = 0.10;
}
