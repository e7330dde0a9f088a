using Hss.Interfaces.Entities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Journal;

/// <summary>Forgets the kept answers of idempotent operations after 24 h.</summary>
public sealed class OperationPurge(JournalAdministration administration, TimeProvider time, ILogger<OperationPurge> log) : BackgroundService
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await administration.PurgeOperations(time.GetUtcNow() - Kept).ConfigureAwait(false);
            }
            catch (JournalException e)
            {
                log.LogWarning("Old operations wait for the next purge: {Reason}", e.Message);
            }
        }
    }
}
