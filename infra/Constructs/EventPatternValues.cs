namespace ModelMonitor.Infra.Constructs;

/// <summary>Divides the values of a field among several rules: EventBridge takes patterns of 2,048 characters at most.</summary>
internal static class EventPatternValues
{
    /// <summary>What values may have in all. The rest of the longest of our patterns has some 300 characters.</summary>
    private const int LongestValues = 1_700;

    /// <summary>
    /// An ARN up to its last colon, in the partition and region of the longest names. It is not counted, since the CDK writes
    /// tokens for what it does not know, whose length changes from synthesis to synthesis.
    /// </summary>
    private const int LongestArnPrefix = 64;

    /// <summary>Both quotes and a comma.</summary>
    private const int Punctuation = 3;

    /// <summary>The values in their order, as many together as one pattern has room for.</summary>
    /// <param name="values">Names, or ARNs whose last part is a name.</param>
    public static IEnumerable<string[]> Divide(IEnumerable<string> values)
    {
        List<string> some = [];
        int size = 0;
        foreach (string value in values)
        {
            int added = LengthOf(value) + Punctuation;
            if (size + added > LongestValues && some.Count > 0)
            {
                yield return [.. some];
                some.Clear();
                size = 0;
            }

            some.Add(value);
            size += added;
        }

        if (some.Count > 0)
        {
            yield return [.. some];
        }
    }

    private static int LengthOf(string value)
    {
        int colon = value.LastIndexOf(':');
        return colon < 0 ? value.Length : LongestArnPrefix + value.Length - (colon + 1);
    }
}
