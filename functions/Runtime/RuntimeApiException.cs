using System.Net;

namespace ModelMonitor.Functions.Runtime;

/// <summary>The Lambda Runtime API refused a request, or could not be reached however often it was tried.</summary>
internal sealed class RuntimeApiException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="message">Which request, and what came of it.</param>
    /// <param name="status">The answer's status; null where there was no answer.</param>
    /// <param name="innerException">The fault of the connection; null where there was an answer.</param>
    public RuntimeApiException(string message, HttpStatusCode? status, Exception? innerException = null)
        : base(message, innerException) => Status = status;

    /// <summary>The answer's status; null where there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Whether this environment is over, so that there is nobody left to work for.</summary>
    public bool IsGone => Status == HttpStatusCode.Gone;
}
