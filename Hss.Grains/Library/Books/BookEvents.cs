using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>The library has a new title.</summary>
public sealed record BookAdded(BookFacts Facts, bool Offered, EntityKey IsbnName, DateTimeOffset At) : IEntityEvent;

/// <summary>It is another title now, or is offered or not.</summary>
/// <param name="Facts">All of them, as they are now.</param>
public sealed record BookChanged(BookFacts Facts, bool Offered, EntityKey IsbnName, DateTimeOffset At) : IEntityEvent;

/// <summary>The library has it no more.</summary>
public sealed record BookDeleted(DateTimeOffset At) : IEntityEvent;

/// <summary>It does not have this ISBN's name and will not take it by a command that is older than this event.</summary>
public sealed record IsbnLetGo(EntityKey Name, DateTimeOffset At) : IEntityEvent;

/// <summary>A copy is kept for a reader.</summary>
public sealed record CopyReserved(string DeliveryId, string UserId, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>A reader waits for a copy.</summary>
public sealed record ReaderQueued(string DeliveryId, string UserId, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>A copy came free for the reader who waited longest.</summary>
public sealed record CopyGranted(string DeliveryId, DateTimeOffset At) : IEntityEvent;

/// <summary>The delivery is durable: of a request, or of a return.</summary>
public sealed record ShareConfirmed(string DeliveryId, DateTimeOffset At) : IEntityEvent;

/// <summary>A reservation or a place in the queue was given up.</summary>
public sealed record ShareReleased(string DeliveryId, DateTimeOffset At) : IEntityEvent;

/// <summary>A release came before what it releases.</summary>
public sealed record ShareReleaseMarked(string DeliveryId, DateTimeOffset At) : IEntityEvent;

/// <summary>A reader has the copy in hand.</summary>
public sealed record CopyCheckedOut(string DeliveryId, DateTimeOffset At) : IEntityEvent;

/// <summary>A copy is to come back.</summary>
/// <param name="DeliveryId">The request that took it out.</param>
/// <param name="ReturnId">The delivery that brings it back.</param>
public sealed record ReturnAnnounced(string DeliveryId, string ReturnId, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>It does not come back by this delivery after all.</summary>
public sealed record ReturnWithdrawn(string ReturnId, DateTimeOffset At) : IEntityEvent;

/// <summary>A copy is back.</summary>
public sealed record CopyReturned(string ReturnId, DateTimeOffset At) : IEntityEvent;

/// <summary>The effect of a grant: the delivery hears of it.</summary>
public sealed record BookGranted(string DeliveryId)
{
    /// <summary>The target of the effect.</summary>
    public const string Target = "book-granted";
}
