using System.Buffers;
using System.Text.Json;
using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Keeps the labels of some events as SageMaker writes them; of several for one event the last.</summary>
internal sealed class MergedLabels : ILabelLineSink
{
    private readonly Dictionary<UInt128, byte[]> _labels = [];
    private readonly HashSet<UInt128> _events = [];

    /// <summary>Takes in an event whose labels are wanted.</summary>
    public void Want(UInt128 id)
    {
        if (id != default)
        {
            _events.Add(id);
        }
    }

    /// <summary>The value of <c>groundTruthData</c> of an event; null when it has no label.</summary>
    public byte[]? Find(UInt128 id) => _labels.GetValueOrDefault(id);

    /// <inheritdoc />
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        // What comes with a line is taken from there: it may be of several records.
        if (key.Record > 0 || !_events.Contains(key.Id))
        {
            return;
        }

        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            writer.WriteString("data"u8, label);
            writer.WriteString("encoding"u8, "CSV"u8);
            writer.WriteEndObject();
        }

        _labels[key.Id] = json.WrittenSpan.ToArray();
    }

    /// <inheritdoc />
    public void AddLine(UInt128 id, ReadOnlySpan<byte> line)
    {
        if (_events.Contains(id))
        {
            _labels[id] = JsonMember.Find(line, "groundTruthData"u8).ToArray();
        }
    }
}
