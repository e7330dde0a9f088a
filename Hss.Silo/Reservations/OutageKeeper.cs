using System.Globalization;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Reservations;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Reservations;

/// <summary>
/// Time in which nothing ran does not count against those who hold or wait: a row tells every second that a silo lives, and at start every
/// running lease is extended by the time since, before anything can expire (<c>Reservations:ExtendByOutage</c>).
/// </summary>
public sealed class OutageKeeper(
    JournalAdministration administration, ReservationService reservations, IJournal journal, ReservationSettings settings, TimeProvider time, ILogger<OutageKeeper> log)
    : BackgroundService
{
    /// <summary>Time between two signs of life.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private const string Row = "reservia.alive_at";

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.ExtendByOutage)
            await MakeGood().ConfigureAwait(false);
        await Live().ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await TryLive().ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await TryLive().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    // A start that was cut off is taken up by the next: nothing says that a silo lives before all leases are extended, and none is extended twice.
    private async Task MakeGood()
    {
        var now = time.GetUtcNow();
        if (await administration.Meta(Row).ConfigureAwait(false) is not { } text || Parse(text) is not { } from || from >= now)
            return;
        var page = await journal.List(new EntityQuery(QueueKind.Instance.Name) { Statuses = [QueueState.Active], Limit = int.MaxValue }, default).ConfigureAwait(false);
        foreach (var row in page.Rows)
            await reservations.Queue(row.Key.Id).Extend(CallContext.System("outage"), from, now).ConfigureAwait(false);
        log.LogInformation("Nothing ran for {Seconds} s: the leases of {Resources} resources go on by that long", (now - from).TotalSeconds, page.Total);
    }

    private Task Live() => administration.SetMeta(Row, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    private async Task TryLive()
    {
        try
        {
            await Live().ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            // While the database is away nothing can be kept alive either: that is an outage, too.
            log.LogWarning("The sign of life is late: {Reason}", e.Message);
        }
    }

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
