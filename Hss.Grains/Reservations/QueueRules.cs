using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>
/// The rules of a queue. At every event: no more holders than were ever allowed at once, nobody in it twice, no free place of an available
/// resource while somebody waits. Every command first ends the leases that are over, so that no decision counts on a dead one.
/// </summary>
public static class QueueRules
{
    /// <summary>Waiters that one resource may have.</summary>
    public const int MaxWaiting = 1000;

    /// <summary>Places that one resource may have.</summary>
    public const int MaxCapacity = 10_000;

    /// <summary>Asks for a place.</summary>
    public static Decision Request(QueueState state, RequestPlace command, ReservationOptions options, DateTimeOffset now)
    {
        var draft = QueueDraft.Begin(state, options, now);
        if (!state.Exists)
            return NotFound(state);
        if (draft.Find(command.AccountId) is not null)
            return Decision.Refuse(ReservationCodes.ActiveAlready, "User already has active reservation for this resource");
        if (draft.State.Waiting.Length >= MaxWaiting)
            return Decision.Refuse(ReservationCodes.QueueFull, "Queue is full");
        return draft.Arrive(command).HandOver().Decide();
    }

    /// <summary>Leaves the queue.</summary>
    public static Decision Cancel(QueueState state, string account, ReservationOptions options, DateTimeOffset now)
    {
        var draft = QueueDraft.Begin(state, options, now);
        return draft.State.Waiting.FirstOrDefault(r => r.Account == account) is { } waiting
            ? draft.End(waiting, ReservationStatus.Cancelled).Decide()
            : Decision.Refuse(ReservationCodes.NotQueued, "No queued reservation found to cancel");
    }

    /// <summary>Gives a place back.</summary>
    public static Decision Release(QueueState state, string account, ReservationOptions options, DateTimeOffset now)
    {
        var draft = QueueDraft.Begin(state, options, now);
        return draft.State.Holders.FirstOrDefault(r => r.Account == account) is { } holder
            ? draft.End(holder, ReservationStatus.Released).HandOver().Decide()
            : Decision.Refuse(ReservationCodes.NotApproved, "No approved reservation found to release");
    }

    /// <summary>Lets a lease live on.</summary>
    public static Decision KeepAlive(QueueState state, string account, ReservationOptions options, DateTimeOffset now)
    {
        var draft = QueueDraft.Begin(state, options, now);
        if (draft.Find(account) is not { } reservation)
            return Decision.Refuse(ReservationCodes.NotActive, "No active reservation found to keep alive");
        return draft.Life(reservation.Token is not null) is { } until
            ? draft.Add(new ReservationKeptAlive(reservation.Id, until, now)).Decide()
            : Decision.Refuse(ReservationCodes.Endless, "This reservation does not expire");
    }

    /// <summary>Gives one who waits another priority.</summary>
    public static Decision Prioritise(QueueState state, string account, int priority, ReservationOptions options, DateTimeOffset now)
    {
        var draft = QueueDraft.Begin(state, options, now);
        if (draft.State.Waiting.FirstOrDefault(r => r.Account == account) is not { } waiting)
            return Decision.Refuse(ReservationCodes.NotQueued, "No queued reservation found to prioritise");
        return waiting.Priority == priority ? Decision.Unchanged : draft.Reorder(waiting, priority).Decide();
    }

    /// <summary>Ends the leases that are over, in the order of their ends.</summary>
    public static Decision Expire(QueueState state, ReservationOptions options, DateTimeOffset now) => QueueDraft.Begin(state, options, now).Decide();

    /// <summary>Makes an outage good. What was made good before is not made good again.</summary>
    public static Decision Extend(QueueState state, DateTimeOffset from, DateTimeOffset to)
    {
        var since = from > state.ExtendedTo ? from : state.ExtendedTo;
        return state.Exists && to > since && state.Holders.Concat(state.Waiting).Any(r => r.ValidUntil is not null)
            ? Decision.Accept(new LeasesExtended(to - since, to))
            : Decision.Unchanged;
    }

    /// <summary>The state without the leases that are over, for readers who come before the end is committed.</summary>
    public static QueueState Living(QueueState state, DateTimeOffset now) => state with
    {
        Holders = state.Holders.RemoveAll(r => r.ValidUntil <= now),
        Waiting = state.Waiting.RemoveAll(r => r.ValidUntil <= now),
    };

    /// <summary>The state after an event.</summary>
    public static QueueState Apply(QueueState state, IEntityEvent e) => e switch
    {
        ResourceAdded a => state with { Status = QueueState.Active, Name = a.Name, UniqueName = a.UniqueName, Comment = a.Comment, Capacity = a.Capacity },
        ResourceAbandoned => state with { Status = QueueState.Abandoned },
        ResourceModified m => state with
        {
            Name = m.Name ?? state.Name,
            UniqueName = m.UniqueName ?? state.UniqueName,
            Comment = m.Comment ?? state.Comment,
            Capacity = m.Capacity ?? state.Capacity,
            Availability = m.Availability ?? state.Availability,
        },
        ReservationRequested r => state with
        {
            LastPlace = r.Place,
            Waiting = Insert(state.Waiting, new(r.Reservation, r.Account, r.UserId, r.UserName, r.Place, r.Priority, r.Rank, r.At, null, r.ValidUntil, null)),
        },
        ReservationOvertook => state,
        ReservationApproved a => Approve(state, a),
        ReservationKeptAlive k => state with
        {
            Holders = Replace(state.Holders, k.Reservation, r => r with { ValidUntil = k.ValidUntil }),
            Waiting = Replace(state.Waiting, k.Reservation, r => r with { ValidUntil = k.ValidUntil }),
        },
        ReservationPrioritised p => state with
        {
            Waiting = Insert(Without(state.Waiting, p.Reservation), state.Waiting.First(r => r.Id == p.Reservation) with { Priority = p.Priority, Rank = p.Rank }),
        },
        ReservationEnded d => state with
        {
            Holders = Without(state.Holders, d.Ended.Id),
            Waiting = Without(state.Waiting, d.Ended.Id),
            HoldSeconds = d.Ended.ApprovedAt is { } since ? Forecast.Remember(state.HoldSeconds, d.At - since) : state.HoldSeconds,
        },
        LeasesExtended x => state with
        {
            ExtendedTo = x.To,
            Holders = [.. state.Holders.Select(r => r with { ValidUntil = r.ValidUntil + x.By })],
            Waiting = [.. state.Waiting.Select(r => r with { ValidUntil = r.ValidUntil + x.By })],
        },
        _ => throw new InvalidOperationException($"A queue has no event {e.GetType().Name}"),
    };

    /// <summary>Where one with this rank stands among those who wait: behind all of the same rank, as they came earlier.</summary>
    public static int PlaceOf(ImmutableArray<Reservation> waiting, DateTimeOffset rank, long place)
    {
        var at = waiting.Length;
        while (at > 0 && (waiting[at - 1].Rank > rank || waiting[at - 1].Rank == rank && waiting[at - 1].Place > place))
            at--;
        return at;
    }

    internal static Refusal NotFound(QueueState state) => new(RefusalCodes.NotFound, $"Resource {state.Id} not found");

    private static QueueState Approve(QueueState state, ReservationApproved e)
    {
        var granted = state.Waiting.First(r => r.Id == e.Reservation) with { ApprovedAt = e.At, ValidUntil = e.ValidUntil, Token = e.Token };
        return state with { LastToken = e.Token, Waiting = Without(state.Waiting, e.Reservation), Holders = state.Holders.Add(granted) };
    }

    private static ImmutableArray<Reservation> Insert(ImmutableArray<Reservation> waiting, Reservation reservation) =>
        waiting.Insert(PlaceOf(waiting, reservation.Rank, reservation.Place), reservation);

    private static ImmutableArray<Reservation> Without(ImmutableArray<Reservation> reservations, long id) => reservations.RemoveAll(r => r.Id == id);

    private static ImmutableArray<Reservation> Replace(ImmutableArray<Reservation> reservations, long id, Func<Reservation, Reservation> change)
    {
        for (var i = 0; i < reservations.Length; i++)
        {
            if (reservations[i].Id == id)
                return reservations.SetItem(i, change(reservations[i]));
        }

        return reservations;
    }
}
