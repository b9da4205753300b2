using System.Text.RegularExpressions;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>What the ARNs of resources that a monitor names may look like.</summary>
internal static partial class ResourceArn
{
    /// <summary>Whether a text is the ARN of a standard SNS topic; alarms cannot notify FIFO topics.</summary>
    public static bool IsTopic(string text) => Topic().IsMatch(text);

    /// <summary>Whether a text is the ARN of a KMS key. That of an alias is none: permissions are given on keys.</summary>
    public static bool IsKey(string text) => Key().IsMatch(text);

    /// <summary>Whether a text is the ARN of a state machine, without alias or version.</summary>
    public static bool IsStateMachine(string text) => StateMachine().IsMatch(text);

    /// <summary>Whether a text is the ARN of an EventBridge bus.</summary>
    public static bool IsEventBus(string text) => EventBus().IsMatch(text);

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:states:[a-z]{2}(-[a-z]+)+-[0-9]:[0-9]{12}:stateMachine:[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:events:[a-z]{2}(-[a-z]+)+-[0-9]:[0-9]{12}:event-bus/[A-Za-z0-9._-]{1,256}\z")]
    private static partial Regex EventBus();

    /// <summary>Whether a text is the ARN of an IAM role.</summary>
    public static bool IsRole(string text) => Role().IsMatch(text);

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,576}\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:sns:[a-z]{2}(-[a-z]+)+-[0-9]:[0-9]{12}:[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Topic();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:kms:[a-z]{2}(-[a-z]+)+-[0-9]:[0-9]{12}:key/[A-Za-z0-9-]{1,64}\z")]
    private static partial Regex Key();
}
