using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>What the page of a run shows that is particular to its kind of monitor; the frame around it is the same for all.</summary>
internal interface IKindContent
{
    /// <summary>Writes what was found in a run that was judged, in a sentence or two.</summary>
    void WriteFinding(HtmlWriter html);

    /// <summary>Writes the tiles besides those of every run.</summary>
    void WriteTiles(HtmlWriter html);

    /// <summary>Writes what matters most, before what to do next.</summary>
    void WriteEvidence(HtmlWriter html);

    /// <summary>Writes all else, after it.</summary>
    void WriteDetails(HtmlWriter html);
}
