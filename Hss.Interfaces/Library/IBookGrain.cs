using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Library;

/// <summary>
/// One title with its copies, keyed by its UUID: what it is, who has or waits for a copy, and whether it is offered at all. A copy moves by
/// reserve, confirm, release, check out and return, each idempotent by the id of the delivery that it is for; at every event
/// <c>free + reserved + checked out = copies</c>, and nobody waits while a copy is free and the title is offered.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.library.book")]
public interface IBookGrain : IHoldOwner
{
    /// <summary>
    /// Adds the title. Refused with <see cref="BookCodes.IsbnTaken"/> when another has its ISBN. The same again, by the same operation or with the
    /// same id and facts, answers the first result.
    /// </summary>
    /// <param name="offered">Whether readers may ask for it from the beginning.</param>
    [Alias("create")]
    Task<Outcome<BookView>> Create(CallContext context, BookFacts facts, bool offered);

    /// <summary>
    /// Gives it other facts, or takes it out of the offer and offers it again, which serves those who wait, as more copies do. Refused like
    /// <see cref="Create"/>; with <see cref="RefusalCodes.Conflict"/> when more copies are out than would be left, or when the status cannot be set.
    /// </summary>
    [Alias("change")]
    Task<Outcome<BookView>> Change(CallContext context, BookChange change);

    /// <summary>Takes it away. Refused with <see cref="RefusalCodes.Conflict"/> while a copy is reserved or checked out, or somebody waits.</summary>
    [Alias("delete")]
    Task<Outcome<BookView>> Delete(CallContext context);

    /// <summary>
    /// Reserves a copy for a delivery, until it confirms or releases it. Refused with <see cref="RefusalCodes.NotFound"/>; with
    /// <see cref="BookCodes.AlreadyReserved"/> when the same user has reserved or waits for it by another delivery; with
    /// <see cref="BookCodes.NotAvailable"/> when no copy is free and the delivery does not wait; with <see cref="BookCodes.QueueFull"/> when too many
    /// wait. The same reservation again answers the first result.
    /// </summary>
    [Alias("reserve")]
    Task<Outcome<BookGrant>> Reserve(CallContext context, BookReservation reservation);

    /// <summary>The delivery is durable: its reservation or its place in the queue, or its announced return, stays. Unknown ids change nothing.</summary>
    [Alias("confirm")]
    Task Confirm(CallContext context, string deliveryId);

    /// <summary>
    /// The delivery gives its reservation, its place in the queue or its announced return up. A free copy goes to the head of the queue in the same
    /// commit, whose delivery hears of it by <see cref="IDeliveryGrain.Granted"/>. A release before its reservation leaves a mark, so that the
    /// reservation is refused.
    /// </summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, string deliveryId);

    /// <summary>The reserved copy is in its reader's hands. Again changes nothing.</summary>
    [Alias("check-out")]
    Task<Outcome<bool>> CheckOut(CallContext context, string deliveryId);

    /// <summary>
    /// Announces that the user's checked-out copy comes back by a delivery, until it confirms or releases that. Refused with
    /// <see cref="BookCodes.NotCheckedOut"/> when the user has none, or one that is on its way back already.
    /// </summary>
    [Alias("announce-return")]
    Task<Outcome<bool>> AnnounceReturn(CallContext context, BookReservation reservation);

    /// <summary>The announced copy is back: free, or reserved for the head of the queue in the same commit. Again changes nothing.</summary>
    [Alias("return")]
    Task<Outcome<bool>> Return(CallContext context, string deliveryId);

    /// <summary>The committed title, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BookView?> Get();
}

/// <summary>Refusals of books beside the common ones.</summary>
public static class BookCodes
{
    /// <summary>No copy is free, or the title is not offered (409 <c>BOOK_NOT_AVAILABLE</c>); details <c>book_id</c>, <c>current_status</c>.</summary>
    public const string NotAvailable = "book_not_available";

    /// <summary>Another title has this ISBN (409 <c>ISBN_TAKEN</c>).</summary>
    public const string IsbnTaken = "isbn_taken";

    /// <summary>The same user has reserved it or waits for it already (409).</summary>
    public const string AlreadyReserved = "book_already_reserved";

    /// <summary>The user has no checked-out copy that could come back (409).</summary>
    public const string NotCheckedOut = "book_not_checked_out";

    /// <summary>As many wait as may (409).</summary>
    public const string QueueFull = "book_queue_full";
}

/// <summary>The statuses of titles, as the contract spells them.</summary>
public static class BookStatus
{
    /// <summary>A copy is free.</summary>
    public const string Available = "AVAILABLE";

    /// <summary>None is free, and one is reserved.</summary>
    public const string Reserved = "RESERVED";

    /// <summary>All are with readers.</summary>
    public const string CheckedOut = "CHECKED_OUT";

    /// <summary>A librarian has taken it out of the offer.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Available, CheckedOut, Reserved, Unavailable];
}

/// <summary>A copy to reserve, a place in the queue, or a return to announce.</summary>
/// <param name="DeliveryId">Unique in this title; one delivery is about one copy.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Wait">Whether it queues when no copy is free.</param>
[GenerateSerializer, Alias("hss.library.book-reservation"), Immutable]
public sealed record BookReservation([property: Id(0)] string DeliveryId, [property: Id(1)] string UserId, [property: Id(2)] bool Wait);

/// <summary>What a reservation came to.</summary>
/// <param name="Title">The title's name, for tasks and notifications.</param>
/// <param name="ShelfLocation">Where its copies stand, or null.</param>
/// <param name="QueuePosition">1 for the head of the queue; null when a copy is reserved.</param>
[GenerateSerializer, Alias("hss.library.book-grant"), Immutable]
public sealed record BookGrant([property: Id(0)] string Title, [property: Id(1)] string? ShelfLocation, [property: Id(2)] int? QueuePosition);
