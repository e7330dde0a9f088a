using Hss.Silo.Audit;

namespace Hss.Api.Audit;

/// <summary>How far a verification is.</summary>
/// <param name="Clean">Nothing broken so far.</param>
/// <param name="Done">It is the last step.</param>
/// <param name="Events">How many events were looked at.</param>
/// <param name="Entities">How many entities were looked at.</param>
/// <param name="Broken">The first thing that is not as it was written, or null.</param>
public sealed record VerifyStep(bool Clean, bool Done, long Events, long Entities, BrokenAnswer? Broken)
{
    internal static VerifyStep Of(VerifyProgress progress) => new(
        progress.Clean,
        progress.Done,
        progress.Events,
        progress.Entities,
        progress.Broken is { } b ? new(b.Key?.Kind, b.Key?.Id, b.Version, b.Seq, b.Reason) : null);
}

/// <summary>Where a chain is broken.</summary>
public sealed record BrokenAnswer(string? Kind, string? Id, long? Version, long? Seq, string Reason);

/// <summary>A verification of the whole journal.</summary>
/// <param name="Fault">Why it ended early, or null.</param>
public sealed record VerifyJobAnswer(string Id, DateTimeOffset StartedAt, string? Fault, VerifyStep Progress)
{
    internal static VerifyJobAnswer Of(VerifyJob job) => new(job.Id, job.StartedAt, job.Fault, VerifyStep.Of(job.Progress));
}
