using System.Text;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>Keeps labels, to be compared.</summary>
internal sealed class LabelList : ILabelSink
{
    public List<(EventKey Key, string Label)> Labels { get; } = [];

    public void Add(EventKey key, ReadOnlySpan<byte> label) => Labels.Add((key, Encoding.UTF8.GetString(label)));

    public static (EventKey Key, string Label) Of(string id, string label, int record = 0) =>
        (EventKey.Of(Encoding.UTF8.GetBytes(id), record), label);
}
