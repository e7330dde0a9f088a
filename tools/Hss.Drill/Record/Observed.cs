namespace Hss.Drill.Record;

/// <summary>What the world outside of the server knows after a run.</summary>
/// <param name="Writes">What callers were told of their writes.</param>
/// <param name="Tasks">What robots were told to do.</param>
/// <param name="Mails">What the mail server took, copies included.</param>
/// <param name="Failures">Calls that were answered 500.</param>
internal sealed record Observed(
    IReadOnlyCollection<ToldWrite> Writes, IReadOnlyCollection<ToldTask> Tasks, IReadOnlyCollection<TakenMail> Mails, IReadOnlyCollection<FailedCall> Failures)
{
    /// <summary>Warnings and errors that the server has logged, oldest first.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];
}

/// <summary>A call that was answered 500.</summary>
/// <param name="RequestId">By which the server's log names it.</param>
/// <param name="Call">Method, address and answer.</param>
internal sealed record FailedCall(string RequestId, string Call);
