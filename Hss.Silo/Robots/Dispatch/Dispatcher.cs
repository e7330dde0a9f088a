using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Grains.Robots;
using Hss.Grains.Robots.Dispatch;
using Hss.Grains.Robots.Fleet;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;
using Hss.Silo.Events;
using Hss.Silo.Robots.Waypoints;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Robots.Dispatch;

/// <summary>
/// Gives queued tasks to idle robots. Woken by what happens to deliveries and robots, and every second in case it was not. It keeps nothing in mind and
/// only proposes, so that several at once are harmless: each delivery and each robot decides for itself.
/// </summary>
public sealed class Dispatcher(
    IJournal journal, IGrainFactory grains, RobotQueries robots, WaypointQueries waypoints, FeedTailer feed, TimeProvider time, ILogger<Dispatcher> log) : BackgroundService
{
    /// <summary>Time between two looks when nothing wakes it.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // At most so many tasks and robots a look; the next look comes at once when these are assigned.
    private const int Batch = 200;
    private const int FeedPage = 1000;

    private static readonly CallContext Context = CallContext.System("dispatch");

    /// <summary>Looks once, and answers how many tasks found a robot.</summary>
    public async Task<int> RunOnce(CancellationToken cancellation)
    {
        var latch = await grains.GetGrain<IRobotFleetGrain>(RobotFleetKind.TheFleet.ToString()).Get().ConfigureAwait(false);
        if (latch.Stopped)
            return 0;
        var queued = await Queued(cancellation).ConfigureAwait(false);
        if (queued.IsEmpty)
            return 0;
        var idle = await robots.Idle(Batch, cancellation).ConfigureAwait(false);
        if (idle.IsEmpty)
            return 0;
        var places = await waypoints.Places(cancellation).ConfigureAwait(false);
        var plan = DispatchRules.Plan(
            queued.Select(d => new WaitingTask(d.Id, d.Priority, d.Task!.Returned, d.Task.CreatedAt, d.Source)),
            idle.Select(r => new DispatchRobot(r.Id, r.Status, r.Task is not null, r.EmergencyStop, r.Location, r.Battery)),
            places,
            latch.Stopped);
        var assigned = await Task.WhenAll(plan.Select(Assign)).ConfigureAwait(false);
        return assigned.Count(a => a);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cursor = feed.Position.Seq;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnce(stoppingToken).ConfigureAwait(false);
                cursor = await Next(cursor, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JournalException or TimeoutException or LimitExceededException)
            {
                log.LogWarning("Dispatching waits: {Reason}", e.Message);
                await Task.Delay(Period, time, stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever went wrong with one look, the next may succeed: nobody else gives tasks out.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(e, "A look for tasks to give out failed");
                await Task.Delay(Period, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    // Goes on when something happened that may matter, or the period is over.
    private async Task<long> Next(long cursor, CancellationToken stopping)
    {
        var until = time.GetUtcNow() + Period;
        while (until - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            try
            {
                await feed.Beyond(cursor).WaitAsync(left, time, stopping).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                break;
            }

            var events = await feed.After(cursor, FeedPage, stopping).ConfigureAwait(false);
            if (events.IsEmpty)
                continue;
            cursor = events[^1].Seq;
            if (events.Any(Matters))
                break;
        }

        return cursor;
    }

    private static bool Matters(FeedEvent e) =>
        e.Key.Kind == DeliveryKind.Instance.Name || e.Key.Kind == RobotKind.Instance.Name || e.Key.Kind == RobotFleetKind.Instance.Name;

    private async Task<ImmutableArray<DeliveryView>> Queued(CancellationToken cancellation)
    {
        var query = new EntityQuery(DeliveryKind.Instance.Name)
        {
            Facets = [new(DeliveryKind.TaskFacet, FacetOperator.Equal, DeliveryTaskStatus.Queued)],
            Sort = [new($"facet:{DeliveryKind.RankFacet}")],
            Limit = Batch,
        };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        var views = await Task.WhenAll(page.Rows.Select(r => Delivery(r.Key.Id).Get())).ConfigureAwait(false);
        return [.. views.OfType<DeliveryView>().Where(d => d.Task is { Status: DeliveryTaskStatus.Queued })];
    }

    private async Task<bool> Assign(Assignment assignment)
    {
        try
        {
            var outcome = await Delivery(assignment.TaskId).Assign(Context, assignment.RobotId).ConfigureAwait(false);
            if (outcome.Accepted)
                log.LogInformation("Task {Task} goes to robot {Robot}", assignment.TaskId, assignment.RobotId);
            return outcome.Accepted;
        }
        catch (Exception e) when (e is JournalException or TimeoutException or LimitExceededException)
        {
            // One that cannot be given out now must not keep the others waiting.
            log.LogWarning("Task {Task} was not given out: {Reason}", assignment.TaskId, e.Message);
            return false;
        }
    }

    private IDeliveryGrain Delivery(string id) => grains.GetGrain<IDeliveryGrain>(DeliveryKind.Instance.Key(id).ToString());
}
