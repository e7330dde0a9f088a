using System.Collections.Immutable;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>One title with its copies. It holds what is out and who waits, not what ever was: the movements are the events.</summary>
public sealed record BookState(string Id)
{
    /// <summary>What it is; null until it was made.</summary>
    public BookFacts? Facts { get; init; }

    /// <summary>Whether readers may ask for it.</summary>
    public bool Offered { get; init; } = true;

    /// <summary>The unique name of its ISBN; null until it was made, and when it is deleted.</summary>
    public EntityKey? IsbnName { get; init; }

    /// <summary>Copies that are out and readers who wait, in the order in which they asked.</summary>
    public ImmutableArray<BookEntry> Entries { get; init; } = [];

    /// <summary>Releases that may come before what they release, with their time.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Released { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>Where a copy is, or is to go.</summary>
public static class BookStages
{
    /// <summary>The reader waits for a copy.</summary>
    public const string Queued = "queued";

    /// <summary>A copy is kept for the reader.</summary>
    public const string Reserved = "reserved";

    /// <summary>The reader has a copy.</summary>
    public const string CheckedOut = "checked_out";
}

/// <summary>A copy that is out, or a reader who waits.</summary>
/// <param name="DeliveryId">The request that it is for.</param>
/// <param name="Stage">One of <see cref="BookStages"/>.</param>
/// <param name="Since">When the stage began.</param>
/// <param name="Until">When the delivery is asked what became of it; null once it has confirmed.</param>
/// <param name="ReturnId">The delivery that brings it back, or null.</param>
/// <param name="ReturnUntil">The same for that one.</param>
public sealed record BookEntry(
    string DeliveryId, string UserId, string Stage, DateTimeOffset Since, DateTimeOffset? Until, string? ReturnId = null, DateTimeOffset? ReturnUntil = null);
