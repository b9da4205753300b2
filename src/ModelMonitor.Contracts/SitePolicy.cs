namespace ModelMonitor.Contracts;

/// <summary>What browsers are told to allow the pages of the website, by the pages themselves and by whoever serves them.</summary>
public static class SitePolicy
{
    /// <summary>The Content-Security-Policy: nothing but the site's own files, no script or style within a page, no connection, no frame, no form.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
}
