using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.DueWork;

/// <summary>
/// Wakes entities whose due time has come. It claims in its own short transaction and only then calls grains, so several processes share
/// the work; a claim that is not kept ends by itself. Waking early or twice is harmless.
/// </summary>
public sealed class DueWorker(IJournal journal, IGrainFactory grains, EntityKinds kinds, TimeProvider time, ILogger<DueWorker> log) : BackgroundService
{
    /// <summary>Time between two looks at the clock.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a claim keeps other processes away.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);

    /// <summary>Entities claimed at once.</summary>
    public const int ClaimLimit = 500;

    /// <summary>Grains called at the same time.</summary>
    public const int Parallelism = 64;

    /// <summary>Claims and wakes what is due now; answers how many.</summary>
    public async Task<int> RunOnce(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await journal.ClaimDue(now, now + Claim, ClaimLimit).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation }, (key, _) => Wake(key)).ConfigureAwait(false);
        return due.Length;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                while (await RunOnce(stoppingToken).ConfigureAwait(false) == ClaimLimit)
                {
                    // A full claim means that more is due.
                }
            }
            catch (JournalException e)
            {
                log.LogWarning("Due work waits: {Reason}", e.Message);
            }
#pragma warning disable CA1031 // Whatever went wrong with one look, the next may succeed: nobody else wakes what is due.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(e, "A look for due work failed");
            }
        }
    }

    private async ValueTask Wake(EntityKey key)
    {
        if (kinds.Grain(grains, key) is not { } grain)
        {
            log.LogError("{Key} is due, but this program does not know its kind", key);
            return;
        }

        try
        {
            foreach (var hold in await grain.WakeUp().ConfigureAwait(false))
            {
                if (kinds.Grain(grains, hold.Owner) is IHoldOwner owner)
                    await owner.Settle(hold).ConfigureAwait(false);
                else
                    log.LogError("{Owner} owns an overdue hold of {Resource}, but cannot settle it", hold.Owner, hold.Resource);
            }
        }
#pragma warning disable CA1031 // One entity's fault must not keep the others asleep; its claim ends and it is woken again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "Waking {Key} failed; it is tried again in {Seconds} s", key, Claim.TotalSeconds);
        }
    }
}
