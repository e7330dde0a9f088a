using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>What a command has come to so far: the state that its events lead to, and the events.</summary>
internal sealed class QueueDraft
{
    private readonly ImmutableArray<IEntityEvent>.Builder _events = ImmutableArray.CreateBuilder<IEntityEvent>();
    private readonly ReservationOptions _options;
    private readonly DateTimeOffset _now;

    private QueueDraft(QueueState state, ReservationOptions options, DateTimeOffset now) => (State, _options, _now) = (state, options, now);

    /// <summary>The state after all events so far.</summary>
    public QueueState State { get; private set; }

    /// <summary>Begins with the leases that are over: each ends at its time, and its place is handed over before the next one ends.</summary>
    public static QueueDraft Begin(QueueState state, ReservationOptions options, DateTimeOffset now)
    {
        var draft = new QueueDraft(state, options, now);
        while (draft.FirstOver() is { } over)
            draft.End(over, ReservationStatus.Expired).HandOver();
        return draft;
    }

    /// <summary>Who holds or waits for this account, or null.</summary>
    public Reservation? Find(string account) =>
        State.Holders.FirstOrDefault(r => r.Account == account) ?? State.Waiting.FirstOrDefault(r => r.Account == account);

    /// <summary>When a lease that begins now ends, or null when it does not.</summary>
    public DateTimeOffset? Life(bool held) =>
        (held ? _options.ApprovedLife : _options.RequestedLife) is var life && life > TimeSpan.Zero ? _now + life : null;

    /// <summary>Adds what happened.</summary>
    public QueueDraft Add(IEntityEvent e)
    {
        _events.Add(e);
        State = QueueRules.Apply(State, e);
        return this;
    }

    /// <summary>Puts one who asks into the queue.</summary>
    public QueueDraft Arrive(RequestPlace command)
    {
        var (place, rank) = (State.LastPlace + 1, Rank(_now, command.Priority));
        var passed = Passed(State.Waiting, rank, place);
        Add(new ReservationRequested(
            command.ReservationId, command.AccountId, command.UserId, command.UserName, place, command.Priority, rank, Life(held: false), _now));
        return Overtake(command.ReservationId, command.Priority, passed);
    }

    /// <summary>Gives one another place in the queue.</summary>
    public QueueDraft Reorder(Reservation waiting, int priority)
    {
        var rank = Rank(waiting.RequestedAt, priority);
        // Whom it stood before already is not passed again.
        var passed = Passed(State.Waiting[..State.Waiting.IndexOf(waiting)], rank, waiting.Place);
        Add(new ReservationPrioritised(waiting.Id, priority, rank, _now));
        return Overtake(waiting.Id, priority, passed);
    }

    /// <summary>Ends a reservation.</summary>
    public QueueDraft End(Reservation reservation, string how) => Add(new ReservationEnded(reservation, how, _now));

    /// <summary>Gives free places to those who wait, in their order.</summary>
    public QueueDraft HandOver()
    {
        while (HasFreePlace && !State.Waiting.IsEmpty)
        {
            var next = State.Waiting[0];
            Add(new ReservationApproved(next.Id, next.Account, State.LastToken + 1, Life(held: true), _now));
        }

        return this;
    }

    /// <summary>The decision: all that happened.</summary>
    public Decision Decide() => _events.Count == 0 ? Decision.Unchanged : Decision.Accept(_events.ToImmutable());

    private bool HasFreePlace => State.Availability == ResourceAvailability.Available && State.Holders.Length < State.Capacity;

    // The lease that ended first; of two that ended together the earlier arrival.
    private Reservation? FirstOver() => State.Holders.Concat(State.Waiting)
        .Where(r => r.ValidUntil <= _now).OrderBy(r => r.ValidUntil).ThenBy(r => r.Place).FirstOrDefault();

    private DateTimeOffset Rank(DateTimeOffset arrival, int priority) => arrival - ((priority - QueuePriority.Default) * _options.Ageing);

    // Those before whom one comes to stand though they arrived earlier.
    private static ImmutableArray<Reservation> Passed(ImmutableArray<Reservation> waiting, DateTimeOffset rank, long place) =>
        [.. waiting[QueueRules.PlaceOf(waiting, rank, place)..].Where(r => r.Place < place)];

    private QueueDraft Overtake(long reservation, int priority, ImmutableArray<Reservation> passed) => passed.IsEmpty
        ? this
        : Add(new ReservationOvertook(
            reservation,
            [.. passed.Select(r => r.Id)],
            $"Priority {priority} against {string.Join(", ", passed.Select(r => r.Priority).Distinct())}; a step of priority counts as {_options.Ageing.TotalSeconds} s of waiting",
            _now));
}
