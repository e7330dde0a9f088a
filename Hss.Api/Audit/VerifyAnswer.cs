using Hss.Silo.Audit;

namespace Hss.Api.Audit;

/// <summary>A verification's answers.</summary>
internal static class VerifyAnswer
{
    public static object Of(VerifyProgress progress) => new
    {
        clean = progress.Clean,
        done = progress.Done,
        events = progress.Events,
        entities = progress.Entities,
        broken = progress.Broken is { } b ? new { kind = b.Key?.Kind, id = b.Key?.Id, version = b.Version, seq = b.Seq, reason = b.Reason } : null,
    };

    public static object Of(VerifyJob job) => new { id = job.Id, started_at = job.StartedAt, fault = job.Fault, progress = Of(job.Progress) };
}
