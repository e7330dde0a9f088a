using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Audit;

/// <summary>Verifications of the whole journal, one at a time, in the background. They live as long as the process.</summary>
public sealed class VerifyJobs(AuditVerifier verifier, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<VerifyJobs> log)
{
    private const int Kept = 20;

    private readonly Lock _gate = new();
    private ImmutableList<VerifyJob> _jobs = [];

    /// <summary>Starts one, or answers the one that runs.</summary>
    public VerifyJob Start()
    {
        lock (_gate)
        {
            if (_jobs is [.., { Progress.Done: false, Fault: null } running])
                return running;
            var job = new VerifyJob(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), time.GetUtcNow());
            _jobs = _jobs.Skip(_jobs.Count - Kept + 1).Append(job).ToImmutableList();
            _ = Run(job);
            return job;
        }
    }

    /// <summary>One of the last 20 jobs of this process, or null.</summary>
    public VerifyJob? Find(string id) => Volatile.Read(ref _jobs).Find(j => j.Id == id);

    private async Task Run(VerifyJob job)
    {
        try
        {
            await foreach (var progress in verifier.All(lifetime.ApplicationStopping).ConfigureAwait(false))
                job.Progress = progress;
        }
#pragma warning disable CA1031 // The job says that it failed; nobody awaits it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "Verification {Job} failed", job.Id);
            job.Fault = "The verification could not be finished; see the log";
        }
    }
}

/// <summary>One verification of the whole journal.</summary>
public sealed record VerifyJob(string Id, DateTimeOffset StartedAt)
{
    /// <summary>How far it is.</summary>
    public VerifyProgress Progress { get; set; } = new(0, 0, null, Done: false);

    /// <summary>Why it could not be finished, or null.</summary>
    public string? Fault { get; set; }
}
