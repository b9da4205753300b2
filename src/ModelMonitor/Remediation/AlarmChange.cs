using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Remediation;

/// <summary>An alarm that changed its state, as CloudWatch told.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="State">The state it has now.</param>
/// <param name="Time">Since when, UTC.</param>
/// <param name="Explanation">What CloudWatch gives for its reason, on one line.</param>
public sealed record AlarmChange(AlarmName Alarm, AlarmState State, DateTimeOffset Time, string Explanation)
{
    /// <summary>64 hexadecimal digits that are the same however often, and in whatever event, the change is told.</summary>
    public string Token => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Alarm}\n{State}\n{Time.UtcTicks}"))));
}
