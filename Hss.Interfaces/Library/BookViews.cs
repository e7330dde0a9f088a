using System.Collections.Immutable;

namespace Hss.Interfaces.Library;

/// <summary>What a title is.</summary>
/// <param name="Isbn">ISBN-10 or ISBN-13 with a right check digit, in its normal form: digits (and a last <c>X</c>) only. Unique over both forms.</param>
/// <param name="PublicationYear">1400 to next year, or null.</param>
/// <param name="CoverImageUrl">An address, or the key of a completed upload; null when there is none.</param>
/// <param name="Copies">How many the library has, 1 to 1,000.</param>
[GenerateSerializer, Alias("hss.library.book-facts"), Immutable]
public sealed record BookFacts(
    [property: Id(0)] string Isbn,
    [property: Id(1)] string Title,
    [property: Id(2)] string Author,
    [property: Id(3)] string? Publisher,
    [property: Id(4)] int? PublicationYear,
    [property: Id(5)] string? Description,
    [property: Id(6)] string? CoverImageUrl,
    [property: Id(7)] string? ShelfLocation,
    [property: Id(8)] int Copies);

/// <summary>A change of facts: what is not named stays.</summary>
/// <param name="Fields">The names of the facts that are set, as on the wire.</param>
/// <param name="Facts">Their values; the others are not looked at.</param>
/// <param name="Status">
/// AVAILABLE offers it, UNAVAILABLE takes it out of the offer; RESERVED and CHECKED_OUT come from its copies and cannot be set, only confirmed; null
/// leaves it.
/// </param>
[GenerateSerializer, Alias("hss.library.book-change"), Immutable]
public sealed record BookChange([property: Id(0)] ImmutableArray<string> Fields, [property: Id(1)] BookFacts Facts, [property: Id(2)] string? Status = null);

/// <summary>One copy that is not free, or one reader who waits.</summary>
/// <param name="DeliveryId">The request that it is for.</param>
/// <param name="ReturnId">The return that brings it back, or null.</param>
/// <param name="Since">When it was reserved, checked out, or asked for.</param>
[GenerateSerializer, Alias("hss.library.book-share"), Immutable]
public sealed record BookShare(
    [property: Id(0)] string DeliveryId,
    [property: Id(1)] string UserId,
    [property: Id(2)] string? ReturnId,
    [property: Id(3)] DateTimeOffset Since);

/// <summary>A title as callers see it.</summary>
/// <param name="Status">One of <see cref="BookStatus"/>.</param>
/// <param name="Queue">Who waits, the head first.</param>
[GenerateSerializer, Alias("hss.library.book-view"), Immutable]
public sealed record BookView(
    [property: Id(0)] string Id,
    [property: Id(1)] BookFacts Facts,
    [property: Id(2)] string Status,
    [property: Id(3)] ImmutableArray<BookShare> Reserved,
    [property: Id(4)] ImmutableArray<BookShare> CheckedOut,
    [property: Id(5)] ImmutableArray<BookShare> Queue,
    [property: Id(6)] DateTimeOffset CreatedAt,
    [property: Id(7)] DateTimeOffset UpdatedAt,
    [property: Id(8)] long Version)
{
    /// <summary>Copies that are neither reserved nor checked out.</summary>
    public int FreeCopies => Facts.Copies - Reserved.Length - CheckedOut.Length;
}
