using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

public sealed partial class DatasetProfile
{
    private const int Together = 4;

    private readonly double[] _numbers = new double[Together * RowBatch.Capacity];
    private readonly ColumnProfile[] _numeric = new ColumnProfile[Together];
    private readonly MomentsState[] _moments = new MomentsState[Together];
    private readonly int[] _counts = new int[Together];

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        AddMissingProfiles();
        int waiting = 0;
        for (int column = 0; column < _profiles.Count; column++)
        {
            ColumnProfile profile = _profiles[column];
            if (column >= batch.ColumnCount)
            {
                profile.AddMissing(batch.RowCount);
                continue;
            }

            int count = profile.AddCells(batch, column, _numbers.AsSpan(waiting * RowBatch.Capacity));
            if (count > 0)
            {
                _numeric[waiting] = profile;
                _moments[waiting] = profile.Moments;
                _counts[waiting] = count;
                waiting++;
            }

            if (waiting == Together)
            {
                AddNumbers(waiting);
                waiting = 0;
            }
        }

        AddNumbers(waiting);
        RowCount += batch.RowCount;
    }

    private void AddNumbers(int columns)
    {
        if (columns == Together)
        {
            MomentsState.AddFour(_moments, _numbers, RowBatch.Capacity, _counts);
        }

        for (int i = 0; i < columns; i++)
        {
            ReadOnlySpan<double> numbers = _numbers.AsSpan(i * RowBatch.Capacity, _counts[i]);
            if (columns != Together)
            {
                _moments[i].Add(numbers);
            }

            _numeric[i].Sketch.Add(numbers);
        }
    }
}
