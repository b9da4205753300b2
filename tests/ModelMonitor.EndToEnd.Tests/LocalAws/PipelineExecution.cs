namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>An execution that SageMaker lists.</summary>
internal sealed record PipelineExecution(string Arn, IReadOnlyDictionary<string, string> Parameters);
