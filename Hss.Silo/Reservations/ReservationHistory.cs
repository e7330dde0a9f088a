using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Reservations;
using Hss.Interfaces.Reservations;

namespace Hss.Silo.Reservations;

/// <summary>What was: read from the events of the queues, which nobody can change and nothing lags behind.</summary>
public sealed class ReservationHistory(IJournal journal, EntityCodec codec)
{
    // Events read at once while the end of one reservation is looked for.
    private const int Scan = 200;

    /// <summary>Reservations of a resource that have ended, newest end first.</summary>
    /// <param name="before">Only ends before this <c>seq</c>; 0 for all.</param>
    public async Task<ImmutableArray<(long Seq, ReservationView Reservation)>> OfResource(string resource, long before, int limit, CancellationToken cancellation)
    {
        var events = await journal.Events(
            new EventQuery { Kind = QueueKind.Instance.Name, Id = resource, Types = [QueueKind.Ended], BeforeSeq = before, Descending = true, Limit = limit },
            cancellation).ConfigureAwait(false);
        return [.. events.Select(e => (e.Seq, QueueViews.Of(e.Key.Id, Decode<ReservationEnded>(e))))];
    }

    /// <summary>Reservations that an account asked for, newest first, whether they have ended or not.</summary>
    /// <param name="resource">Only of this resource, or of all.</param>
    public async Task<ImmutableArray<(long Seq, ReservationView Reservation)>> OfAccount(
        string account, string? resource, long before, int limit, CancellationToken cancellation)
    {
        var requests = await journal.Events(
            new EventQuery
            {
                Kind = QueueKind.Instance.Name,
                Id = resource,
                Actor = account,
                Types = [QueueKind.Requested],
                BeforeSeq = before,
                Descending = true,
                Limit = limit,
            },
            cancellation).ConfigureAwait(false);
        var histories = ImmutableArray.CreateBuilder<(long, ReservationView)>(requests.Length);
        foreach (var request in requests)
            histories.Add((request.Seq, await Outcome(request, cancellation).ConfigureAwait(false)));
        return histories.MoveToImmutable();
    }

    /// <summary>Reservations of a resource that ended from one time to another.</summary>
    public async Task<ImmutableArray<ReservationView>> Ended(string resource, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var events = await journal.Events(
            new EventQuery { Kind = QueueKind.Instance.Name, Id = resource, Types = [QueueKind.Ended], From = from, To = to, Limit = int.MaxValue },
            cancellation).ConfigureAwait(false);
        return [.. events.Select(e => QueueViews.Of(e.Key.Id, Decode<ReservationEnded>(e)))];
    }

    // A queue serves in order, so the end of a reservation lies no further from its request than those who were before it.
    private async Task<ReservationView> Outcome(FeedEvent request, CancellationToken cancellation)
    {
        var asked = Decode<ReservationRequested>(request);
        ReservationApproved? approved = null;
        for (var after = request.Event.Version; ;)
        {
            var events = await journal.Events(
                new EventQuery { Kind = request.Key.Kind, Id = request.Key.Id, Types = [QueueKind.Ended, QueueKind.Approved], AfterVersion = after, Limit = Scan },
                cancellation).ConfigureAwait(false);
            foreach (var e in events)
            {
                var decoded = codec.DecodeEvent(QueueKind.Instance, e.Key, e.Event);
                if (decoded is ReservationEnded end && end.Ended.Id == asked.Reservation)
                    return QueueViews.Of(request.Key.Id, end);
                if (decoded is ReservationApproved grant && grant.Reservation == asked.Reservation)
                    approved = grant;
            }

            if (events.Length < Scan)
                return QueueViews.Of(request.Key.Id, asked, approved);
            after = events[^1].Event.Version;
        }
    }

    private T Decode<T>(FeedEvent e) where T : IEntityEvent => (T)codec.DecodeEvent(QueueKind.Instance, e.Key, e.Event);
}
