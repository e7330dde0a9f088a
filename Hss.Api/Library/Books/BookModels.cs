using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Grains.Files;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Library;

namespace Hss.Api.Library.Books;

/// <summary>An ISBN-10 or ISBN-13 with a right check digit, with or without hyphens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsbnAttribute : ValidationAttribute
{
    /// <summary>The longest way to write one.</summary>
    public const int MaxLength = 32;

    /// <summary>Says what it must be.</summary>
    public IsbnAttribute() => ErrorMessage = "must be an ISBN-10 or ISBN-13 with a right check digit";

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string text || Isbn.TryParse(text, out _);
}

/// <summary>A picture: an address, or the key of an upload.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CoverAttribute : ValidationAttribute
{
    /// <summary>Says what it must be.</summary>
    public CoverAttribute() => ErrorMessage = "must be an http or https address, or the key of a completed upload";

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text
        || UploadKey.TryParse(text.Trim(), out _)
        || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}

/// <summary>A title to make.</summary>
public sealed record CreateBookBody
{
    /// <summary>ISBN-10 or ISBN-13, unique over both forms; hyphens and blanks do not count.</summary>
    [Required, StringLength(IsbnAttribute.MaxLength), Isbn]
    public string? Isbn { get; init; }

    /// <summary>1..300 characters.</summary>
    [Required, StringLength(300, MinimumLength = 1)]
    public string? Title { get; init; }

    /// <summary>1..200 characters.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? Author { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? Publisher { get; init; }

    /// <summary>1400 to next year.</summary>
    [Range(BookInput.FirstYear, BookInput.LastYear)]
    public int? PublicationYear { get; init; }

    /// <summary>Up to 5,000 characters.</summary>
    [StringLength(5000)]
    public string? Description { get; init; }

    /// <summary>An address, or the key of a completed upload of the caller's; up to 500 characters.</summary>
    [StringLength(500), Cover]
    public string? CoverImageUrl { get; init; }

    /// <summary>AVAILABLE when absent; UNAVAILABLE keeps it out of the offer.</summary>
    [AllowedValues(BookStatus.Available, BookStatus.Unavailable)]
    public string? Status { get; init; }

    /// <summary>Up to 120 characters.</summary>
    [StringLength(120)]
    public string? ShelfLocation { get; init; }

    /// <summary>How many the library has, 1..1,000; 1 when absent.</summary>
    [Range(1, BookInput.MaxCopies)]
    public int? Copies { get; init; }

    internal BookFacts Facts => BookInput.Facts(Isbn, Title, Author, Publisher, PublicationYear, Description, CoverImageUrl, ShelfLocation, Copies);

    internal bool Offered => Status != BookStatus.Unavailable;
}

/// <summary>What to change of a title; what is not named stays, and null takes away what a title can be without.</summary>
public sealed record UpdateBookBody
{
    /// <summary>ISBN-10 or ISBN-13, unique over both forms.</summary>
    [StringLength(IsbnAttribute.MaxLength), Isbn]
    public string? Isbn { get; init; }

    /// <summary>1..300 characters.</summary>
    [StringLength(300, MinimumLength = 1)]
    public string? Title { get; init; }

    /// <summary>1..200 characters.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Author { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200), Platform.Wire.NullTakesAway]
    public string? Publisher { get; init; }

    /// <summary>1400 to next year.</summary>
    [Range(BookInput.FirstYear, BookInput.LastYear), Platform.Wire.NullTakesAway]
    public int? PublicationYear { get; init; }

    /// <summary>Up to 5,000 characters.</summary>
    [StringLength(5000), Platform.Wire.NullTakesAway]
    public string? Description { get; init; }

    /// <summary>An address, or the key of a completed upload of the caller's; up to 500 characters.</summary>
    [StringLength(500), Cover, Platform.Wire.NullTakesAway]
    public string? CoverImageUrl { get; init; }

    /// <summary>AVAILABLE offers it, UNAVAILABLE takes it out of the offer; the others only confirm what its copies say.</summary>
    [AllowedValues(BookStatus.Available, BookStatus.CheckedOut, BookStatus.Reserved, BookStatus.Unavailable)]
    public string? Status { get; init; }

    /// <summary>Up to 120 characters.</summary>
    [StringLength(120), Platform.Wire.NullTakesAway]
    public string? ShelfLocation { get; init; }

    /// <summary>How many the library has, 1..1,000, and no fewer than are out.</summary>
    [Range(1, BookInput.MaxCopies)]
    public int? Copies { get; init; }

    internal BookChange Change(IEnumerable<string> fields) => new(
        [.. fields.Intersect(BookFields.Names)], BookInput.Facts(Isbn, Title, Author, Publisher, PublicationYear, Description, CoverImageUrl, ShelfLocation, Copies), Status);
}

/// <summary>A status to set.</summary>
public sealed record BookStatusBody
{
    /// <summary>AVAILABLE offers the title, UNAVAILABLE takes it out of the offer; the others only confirm what its copies say.</summary>
    [Required, AllowedValues(BookStatus.Available, BookStatus.CheckedOut, BookStatus.Reserved, BookStatus.Unavailable)]
    public string? Status { get; init; }
}

/// <summary>A title.</summary>
/// <param name="Isbn">Without hyphens.</param>
/// <param name="CoverImageUrl">An address, or the key of an upload, which <c>GET books/{id}/cover</c> answers.</param>
/// <param name="Status">AVAILABLE while a copy is free; else RESERVED if any is reserved; else CHECKED_OUT; UNAVAILABLE when a librarian has said so.</param>
/// <param name="AvailableCopies">How many copies are free to be requested.</param>
public sealed record Book(
    [property: SchemaFormat("uuid")] string Id,
    string Isbn,
    string Title,
    string Author,
    string? Publisher,
    int? PublicationYear,
    string? Description,
    string? CoverImageUrl,
    [property: AllowedValues(BookStatus.Available, BookStatus.CheckedOut, BookStatus.Reserved, BookStatus.Unavailable)] string Status,
    string? ShelfLocation,
    int Copies,
    int AvailableCopies,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Book Of(BookView book)
    {
        var facts = book.Facts;
        return new(
            book.Id,
            facts.Isbn,
            facts.Title,
            facts.Author,
            facts.Publisher,
            facts.PublicationYear,
            facts.Description,
            facts.CoverImageUrl,
            book.Status,
            facts.ShelfLocation,
            facts.Copies,
            BookAvailability.Free(book),
            book.CreatedAt,
            book.UpdatedAt);
    }
}

/// <summary>Whether a title can be requested.</summary>
/// <param name="Available">Whether a request gets a copy now.</param>
/// <param name="QueueLength">How many readers wait.</param>
public sealed record BookAvailability(
    [property: SchemaFormat("uuid")] string BookId,
    [property: AllowedValues(BookStatus.Available, BookStatus.CheckedOut, BookStatus.Reserved, BookStatus.Unavailable)] string Status,
    bool Available,
    int Copies,
    int AvailableCopies,
    int QueueLength)
{
    /// <summary>As callers see it.</summary>
    public static BookAvailability Of(BookView book) => new(book.Id, book.Status, Free(book) > 0, book.Facts.Copies, Free(book), book.Queue.Length);

    /// <summary>Copies that can be requested: none while the title is out of the offer.</summary>
    internal static int Free(BookView book) => book.Status == BookStatus.Unavailable ? 0 : book.FreeCopies;
}

/// <summary>What the bodies have in common.</summary>
internal static class BookInput
{
    public const int FirstYear = 1400;

    public const int LastYear = 9999;

    public const int MaxCopies = 1000;

    public static BookFacts Facts(
        string? isbn, string? title, string? author, string? publisher, int? year, string? description, string? cover, string? shelf, int? copies) => new(
        Isbn.TryParse(isbn, out var normal) ? normal : "",
        title?.Trim() ?? "",
        author?.Trim() ?? "",
        Kept(publisher),
        year,
        Kept(description),
        Kept(cover),
        Kept(shelf),
        copies ?? 1);

    /// <summary>What only the calendar knows to be wrong.</summary>
    public static ImmutableArray<FieldFault> Faults(int? year, DateTimeOffset now) => year > now.UtcDateTime.Year + 1
        ? [new(FieldFaultKind.Range, ["publication_year"], $"must be between {FirstYear} and {now.UtcDateTime.Year + 1}", null)]
        : [];

    /// <summary>Refuses such a year.</summary>
    /// <exception cref="ApiException">422.</exception>
    public static void Check(HttpContext context, int? year)
    {
        var faults = Faults(year, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!faults.IsEmpty)
            throw new ApiException(ApiError.Invalid("The request has invalid fields", faults));
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
