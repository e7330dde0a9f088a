using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>
/// Copies of a title. At every event <c>free + reserved + checked out = copies</c>, and nobody waits while a copy is free and the title is offered.
/// A reservation ends by what its delivery says, never by its clock alone.
/// </summary>
public static class CopyRules
{
    /// <summary>How many may wait for a title.</summary>
    public const int MaxQueue = 200;

    /// <summary>The stored name of the kind that shares belong to.</summary>
    public const string Deliveries = "delivery";

    /// <summary>How long an unconfirmed share waits before its delivery is asked.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a mark of a release waits for its share: longer than any call can be under way.</summary>
    public static readonly TimeSpan MarkLife = TimeSpan.FromMinutes(10);

    private static readonly Refusal ReleasedBefore = new(RefusalCodes.Conflict, "It was released before it came");

    /// <summary>Keeps a copy for a reader, or lets the reader wait.</summary>
    public static Decision Reserve(BookState state, BookReservation reservation, DateTimeOffset now)
    {
        if (!BookRules.Exists(state))
            return BookRules.NotFound;
        var (delivery, user) = (reservation.DeliveryId, reservation.UserId);
        if (state.Entries.Any(e => e.DeliveryId == delivery))
            return Decision.Unchanged;
        if (state.Released.ContainsKey(delivery))
            return ReleasedBefore;
        if (state.Entries.Any(e => e.UserId == user && e.Stage != BookStages.CheckedOut))
            return Refuse(state, BookCodes.AlreadyReserved, "You have reserved this book or wait for it already");
        if (state.Offered && Free(state) > 0)
            return Decision.Accept(new CopyReserved(delivery, user, now + HoldTime, now));
        if (!reservation.Wait)
            return Refuse(state, BookCodes.NotAvailable, "The book is not available");
        return state.Entries.Count(e => e.Stage == BookStages.Queued) < MaxQueue
            ? Decision.Accept(new ReaderQueued(delivery, user, now + HoldTime, now))
            : Refuse(state, BookCodes.QueueFull, $"{MaxQueue} readers wait for this book already");
    }

    /// <summary>The delivery of a request or a return is durable.</summary>
    public static Decision Confirm(BookState state, string delivery, DateTimeOffset now) =>
        state.Entries.Any(e => (e.DeliveryId == delivery && e.Until is not null) || (e.ReturnId == delivery && e.ReturnUntil is not null))
            ? Decision.Accept(new ShareConfirmed(delivery, now))
            : Decision.Unchanged;

    /// <summary>The delivery gives up what it has of this title. What its reader holds in hand is not given up so.</summary>
    public static Decision Release(BookState state, string delivery, DateTimeOffset now)
    {
        if (Find(state, delivery) is { } entry)
            return entry.Stage == BookStages.CheckedOut ? Decision.Unchanged : Served(state, new ShareReleased(delivery, now), now);
        if (state.Entries.Any(e => e.ReturnId == delivery))
            return Decision.Accept(new ReturnWithdrawn(delivery, now));
        return state.Facts is null || state.Released.ContainsKey(delivery) ? Decision.Unchanged : Decision.Accept(new ShareReleaseMarked(delivery, now));
    }

    /// <summary>The reserved copy is in its reader's hands.</summary>
    public static Decision CheckOut(BookState state, string delivery, DateTimeOffset now) =>
        Find(state, delivery)?.Stage == BookStages.Reserved ? Decision.Accept(new CopyCheckedOut(delivery, now)) : Decision.Unchanged;

    /// <summary>A reader's copy is to come back by a delivery.</summary>
    public static Decision AnnounceReturn(BookState state, BookReservation reservation, DateTimeOffset now)
    {
        if (!BookRules.Exists(state))
            return BookRules.NotFound;
        var back = reservation.DeliveryId;
        if (state.Entries.Any(e => e.ReturnId == back))
            return Decision.Unchanged;
        if (state.Released.ContainsKey(back))
            return ReleasedBefore;
        return state.Entries.FirstOrDefault(e => e.UserId == reservation.UserId && e is { Stage: BookStages.CheckedOut, ReturnId: null }) is { } entry
            ? Decision.Accept(new ReturnAnnounced(entry.DeliveryId, back, now + HoldTime, now))
            : Refuse(state, BookCodes.NotCheckedOut, "You have no copy of this book that could be returned");
    }

    /// <summary>The announced copy is back.</summary>
    public static Decision Return(BookState state, string back, DateTimeOffset now) =>
        state.Entries.Any(e => e.ReturnId == back) ? Served(state, new CopyReturned(back, now), now) : Decision.Unchanged;

    /// <summary>Something happened that may set copies free: they go to those who wait, in the same commit.</summary>
    public static Decision Served(BookState state, IEntityEvent happened, DateTimeOffset now)
    {
        var after = BookRules.Apply(state, happened);
        ImmutableArray<string> served = after.Offered
            ? [.. after.Entries.Where(e => e.Stage == BookStages.Queued).Take(Free(after)).Select(e => e.DeliveryId)]
            : [];
        return Decision.Accept([happened, .. served.Select(d => new CopyGranted(d, now))])
            .With([.. served.Select(d => new Effect($"granted/{d}", BookGranted.Target, new BookGranted(d)))]);
    }

    /// <summary>Shares whose deliveries have not confirmed in time: they are asked.</summary>
    public static ImmutableArray<OverdueHold> Overdue(BookState state, EntityKey book, DateTimeOffset now) =>
    [
        .. state.Entries.Where(e => e.Until <= now).Select(e => e.DeliveryId)
            .Concat(state.Entries.Where(e => e.ReturnUntil <= now).Select(e => e.ReturnId!))
            .Select(d => new OverdueHold(new(Deliveries, d), d, book)),
    ];

    /// <summary>When the first delivery is to be asked, or null.</summary>
    public static DateTimeOffset? DueAt(BookState state) => state.Entries.IsEmpty ? null : state.Entries.Min(e => Earlier(e.Until, e.ReturnUntil));

    /// <summary>The status, which comes from the copies unless a librarian has taken the title out of the offer.</summary>
    public static string Status(BookState state)
    {
        if (!state.Offered)
            return BookStatus.Unavailable;
        if (Free(state) > 0)
            return BookStatus.Available;
        return state.Entries.Any(e => e.Stage == BookStages.Reserved) ? BookStatus.Reserved : BookStatus.CheckedOut;
    }

    /// <summary>Copies that are reserved or checked out.</summary>
    public static int Out(BookState state) => state.Entries.Count(e => e.Stage != BookStages.Queued);

    /// <summary>What a reservation has come to.</summary>
    public static BookGrant Grant(BookState state, string delivery) => new(
        state.Facts!.Title,
        state.Facts.ShelfLocation,
        Find(state, delivery)?.Stage == BookStages.Queued ? 1 + state.Entries.Where(e => e.Stage == BookStages.Queued).TakeWhile(e => e.DeliveryId != delivery).Count() : null);

    /// <summary>The state after an event of a copy.</summary>
    public static BookState Apply(BookState state, IEntityEvent e) => e switch
    {
        CopyReserved r => At(r.At, state, state.Entries.Add(new(r.DeliveryId, r.UserId, BookStages.Reserved, r.At, r.Until))),
        ReaderQueued q => At(q.At, state, state.Entries.Add(new(q.DeliveryId, q.UserId, BookStages.Queued, q.At, q.Until))),
        CopyGranted g => At(g.At, state, Each(state, x => x.DeliveryId == g.DeliveryId, x => x with { Stage = BookStages.Reserved, Since = g.At })),
        ShareConfirmed c => At(c.At, state, [.. state.Entries.Select(x => Confirmed(x, c.DeliveryId))]),
        ShareReleased r => At(r.At, state, state.Entries.RemoveAll(x => x.DeliveryId == r.DeliveryId)),
        ShareReleaseMarked m => At(m.At, state, state.Entries) with { Released = Fresh(state, m.At).SetItem(m.DeliveryId, m.At) },
        CopyCheckedOut o => At(o.At, state, Each(state, x => x.DeliveryId == o.DeliveryId, x => x with { Stage = BookStages.CheckedOut, Since = o.At, Until = null })),
        ReturnAnnounced a => At(a.At, state, Each(state, x => x.DeliveryId == a.DeliveryId, x => x with { ReturnId = a.ReturnId, ReturnUntil = a.Until })),
        ReturnWithdrawn w => At(w.At, state, Each(state, x => x.ReturnId == w.ReturnId, x => x with { ReturnId = null, ReturnUntil = null })),
        CopyReturned r => At(r.At, state, state.Entries.RemoveAll(x => x.ReturnId == r.ReturnId)),
        _ => throw new InvalidOperationException($"A book has no event {e.GetType().Name}"),
    };

    private static int Free(BookState state) => state.Facts!.Copies - Out(state);

    private static BookEntry? Find(BookState state, string delivery) => state.Entries.FirstOrDefault(e => e.DeliveryId == delivery);

    private static Refusal Refuse(BookState state, string code, string message) => new(code, message)
    {
        Details = [new("book_id", state.Id), new("current_status", Status(state))],
    };

    private static BookEntry Confirmed(BookEntry entry, string delivery)
    {
        if (entry.DeliveryId == delivery)
            return entry with { Until = null };
        return entry.ReturnId == delivery ? entry with { ReturnUntil = null } : entry;
    }

    private static ImmutableArray<BookEntry> Each(BookState state, Func<BookEntry, bool> which, Func<BookEntry, BookEntry> change) =>
        [.. state.Entries.Select(e => which(e) ? change(e) : e)];

    private static BookState At(DateTimeOffset at, BookState state, ImmutableArray<BookEntry> entries) =>
        state with { Entries = entries, UpdatedAt = at, Released = Fresh(state, at) };

    private static ImmutableSortedDictionary<string, DateTimeOffset> Fresh(BookState state, DateTimeOffset at) =>
        state.Released.IsEmpty ? state.Released : state.Released.RemoveRange(state.Released.Where(r => r.Value < at - MarkLife).Select(r => r.Key));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is { } a && other is { } b ? (a < b ? a : b) : one ?? other;
}
