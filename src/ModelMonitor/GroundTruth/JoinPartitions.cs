using System.Buffers.Binary;
using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Joins more predictions than memory holds: keys and labels go to files by the first bits of their ids' hashes, which are joined one after the other.</summary>
/// <remarks>
/// Within a partition everything stays in the order it came in. So the labels of its predictions come out in that order,
/// and whoever reads all predictions again takes the next label of each one's partition: the order of the rows, and with it
/// the result, is that of a join in memory.
/// </remarks>
internal sealed class JoinPartitions : IDisposable, ILabelSink
{
    /// <summary>How many partitions there are.</summary>
    public const int Count = 64;

    private const int KeyLength = 20;
    private const int BufferLength = 32 << 10;

    /// <summary>Bits that tell which ids no prediction has: 16 MiB, of which ten million predictions set one in thirteen.</summary>
    private const int FilterBits = 27;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly string _folder;
    private readonly FileStream[] _keys = new FileStream[Count];
    private readonly FileStream[] _labels = new FileStream[Count];
    private readonly FileStream[] _answers = new FileStream[Count];
    private readonly byte[] _text = new byte[LabelRecordReader.MaximumLength];

    /// <summary>Creates the files.</summary>
    /// <param name="temporaryFolder">Where a folder for them is made.</param>
    public JoinPartitions(string temporaryFolder)
    {
        _folder = Path.Combine(temporaryFolder, $"modelmonitor-join-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(_folder);
        for (int i = 0; i < Count; i++)
        {
            _keys[i] = Create($"keys-{i}", BufferLength);
            _labels[i] = Create($"labels-{i}", BufferLength);
        }
    }

    /// <summary>The partition of a key.</summary>
    public static int Of(UInt128 id) => (int)(id >> 122);

    /// <summary>Makes a file that vanishes when it is closed.</summary>
    public FileStream Create(string name, int bufferLength = 0) => new(
        Path.Combine(_folder, name),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = bufferLength,
        });

    /// <summary>Takes in the key of the next prediction.</summary>
    public void AddKey(EventKey key)
    {
        Span<byte> bytes = stackalloc byte[KeyLength];
        Write(bytes, key);
        _keys[Of(key.Id)].Write(bytes);
        (int word, ulong bit) = FilterOf(key.Id);
        _filter[word] |= bit;
    }

    /// <summary>Takes in the next label. Most of those that are of no prediction take no room: of a week's labels, all but an hour's.</summary>
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        (int word, ulong bit) = FilterOf(key.Id);
        if ((_filter[word] & bit) == 0)
        {
            return;
        }

        Span<byte> bytes = stackalloc byte[KeyLength + sizeof(ushort)];
        Write(bytes, key);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[KeyLength..], (ushort)label.Length);
        FileStream file = _labels[Of(key.Id)];
        file.Write(bytes);
        file.Write(label);
    }

    /// <summary>Joins all partitions, after the last key and label.</summary>
    /// <param name="state">Counts the predictions and their labels.</param>
    /// <param name="cancellationToken">Stops the work between two partitions.</param>
    public void Resolve(GroundTruthState state, CancellationToken cancellationToken)
    {
        for (int i = 0; i < Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Resolve(i, state);
        }
    }

    /// <summary>The label of the next prediction of a partition; empty when it has none. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(int partition)
    {
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        FileStream answers = _answers[partition];
        answers.ReadExactly(length);
        Span<byte> text = _text.AsSpan(0, BinaryPrimitives.ReadUInt16LittleEndian(length));
        answers.ReadExactly(text);
        return text;
    }

    /// <summary>Removes the files.</summary>
    public void Dispose()
    {
        foreach (FileStream? file in (FileStream?[])[.. _keys, .. _labels, .. _answers])
        {
            file?.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Resolve(int partition, GroundTruthState state)
    {
        LabelTable table = new();
        List<int> slots = [];
        FileStream keys = _keys[partition];
        keys.Position = 0;
        Span<byte> key = stackalloc byte[KeyLength];
        while (keys.ReadAtLeast(key, KeyLength, throwOnEndOfStream: false) == KeyLength)
        {
            slots.Add(table.GetOrAdd(Read(key)));
        }

        keys.Dispose();
        AddLabels(table, _labels[partition]);
        state.AddMatches(table.Matched, table.Duplicates);
        FileStream answers = _answers[partition] = Create($"answers-{partition}", BufferLength);
        Span<byte> room = stackalloc byte[8];
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (int slot in slots)
        {
            state.AddPrediction(table.Key(slot).Id, table.IsLabelled(slot));
            ReadOnlySpan<byte> label = table.Label(slot, room);
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)label.Length);
            answers.Write(length);
            answers.Write(label);
        }

        answers.Position = 0;
    }

    private void AddLabels(LabelTable table, FileStream labels)
    {
        labels.Position = 0;
        Span<byte> head = stackalloc byte[KeyLength + sizeof(ushort)];
        while (labels.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            Span<byte> text = _text.AsSpan(0, BinaryPrimitives.ReadUInt16LittleEndian(head[KeyLength..]));
            labels.ReadExactly(text);
            table.Add(Read(head), text);
        }

        labels.Dispose();
    }

    private static (int Word, ulong Bit) FilterOf(UInt128 id)
    {
        int bits = (int)((ulong)id & ((1UL << FilterBits) - 1));
        return (bits >> 6, 1UL << (bits & 63));
    }

    private static void Write(Span<byte> bytes, EventKey key)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, key.Id);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], key.Record);
    }

    private static EventKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]));
}
