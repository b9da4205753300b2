using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <content>Keys whose value is an array.</content>
internal sealed partial class SectionReader
{
    /// <summary>The objects of an array, each with its own keys; none when it is absent or no array.</summary>
    public IReadOnlyList<SectionReader> ReadSections(string key)
    {
        List<SectionReader> sections = [];
        foreach (JsonPlace item in ReadItems(key))
        {
            if (item.Kind == JsonValueKind.Object)
            {
                sections.Add(new SectionReader(item, _log));
            }
            else
            {
                ReportExpected(item, "an object");
            }
        }

        return sections;
    }

    /// <summary>The strings of an array, each of which must pass a test and stand there once; none when it is absent or no array.</summary>
    public IReadOnlyList<string> ReadStrings(string key, Func<string, bool> isValid, string expectation)
    {
        List<string> texts = [];
        foreach (JsonPlace item in ReadItems(key))
        {
            if (item.Kind != JsonValueKind.String || !isValid(item.Text))
            {
                ReportExpected(item, expectation);
            }
            else if (texts.Contains(item.Text))
            {
                _log.AddProblem(item, "stands twice; remove one");
            }
            else
            {
                texts.Add(item.Text);
            }
        }

        return texts;
    }

    /// <summary>The numbers of an array, each within bounds; none when it is absent or no array.</summary>
    public IReadOnlyList<double> ReadNumbers(string key, double minimum, double maximum, string expectation)
    {
        List<double> numbers = [];
        foreach (JsonPlace item in ReadItems(key))
        {
            if (item.Kind == JsonValueKind.Number
                && double.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && number >= minimum && number <= maximum)
            {
                numbers.Add(number);
            }
            else
            {
                ReportExpected(item, expectation);
            }
        }

        return numbers;
    }

    private List<JsonPlace> ReadItems(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value.Kind != JsonValueKind.Array)
        {
            ReportExpected(value, "an array");
        }

        return value.Items;
    }
}
