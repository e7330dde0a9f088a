using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>A reader gives a book back.</summary>
public sealed record CreateBookReturn
{
    /// <summary>The book's id.</summary>
    [Required, StringLength(100)]
    public string? BookId { get; init; }

    /// <summary>Where the robot picks it up, 1 to 120 characters.</summary>
    [Required, StringLength(120, MinimumLength = 1)]
    public string? PickupLocation { get; init; }

    internal ReturnBook Command(string caller) => new(caller, DeliveryPaths.BookId(BookId!), PickupLocation!.Trim());
}

/// <summary>A return of a book.</summary>
/// <param name="TaskId">The task that carries it out.</param>
/// <param name="ArrivedAt">When the robot arrived at the reader.</param>
/// <param name="PickedUpAt">When the reader handed the book over.</param>
/// <param name="StudentDisplayName">For librarians only.</param>
/// <param name="StudentEmail">For librarians only.</param>
[SchemaName("BookReturn")]
public sealed record BookReturn(
    [property: SchemaFormat("uuid")] string Id,
    [property: SchemaFormat("uuid")] string UserId,
    [property: SchemaFormat("uuid")] string BookId,
    string? BookTitle,
    string PickupLocation,
    [property: AllowedValues("PENDING", "PICKUP_SCHEDULED", "PICKED_UP", "COMPLETED", "CANCELLED")] string Status,
    [property: SchemaFormat("uuid")] string TaskId,
    DateTimeOffset InitiatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? PickedUpAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? CancelledAt,
    string? Reason,
    string? StudentDisplayName,
    string? StudentEmail)
{
    /// <summary>As its owner sees it.</summary>
    public static BookReturn Of(DeliveryView view) => new(
        view.Id,
        view.UserId,
        view.BookId!,
        view.BookTitle,
        view.Source,
        view.AskedStatus!,
        view.Id,
        view.CreatedAt,
        view.UpdatedAt,
        view.Task?.ArrivedAt,
        view.PickedUpAt,
        view.AskedStatus == AskedStatus.Completed ? view.ClosedAt : null,
        view.AskedStatus == AskedStatus.Cancelled ? view.ClosedAt : null,
        view.Reason,
        StudentDisplayName: null,
        StudentEmail: null);

    /// <summary>As librarians see it.</summary>
    public static BookReturn Of(DeliveryView view, FrozenDictionary<string, Reader> readers) =>
        readers.GetValueOrDefault(view.UserId) is { } reader ? Of(view) with { StudentDisplayName = reader.Name, StudentEmail = reader.Email } : Of(view);
}

/// <summary>A return and the task that carries it out.</summary>
public sealed record ReturnActivity(BookReturn Return, DeliveryTaskBody Task);

/// <summary>A book that the caller has and may give back.</summary>
/// <param name="BookId">The book.</param>
/// <param name="RequestId">The request by which the caller got it.</param>
/// <param name="CheckedOutAt">Since when.</param>
public sealed record ReturnableBook(
    [property: SchemaFormat("uuid")] string BookId,
    [property: SchemaFormat("uuid")] string RequestId,
    string Title,
    string Author,
    string Isbn,
    DateTimeOffset CheckedOutAt);

/// <summary>A page of a list, as the later system's own paths have it.</summary>
[SchemaName("Items")]
public sealed record LunaItems<T>(ImmutableArray<T> Items, LunaPagination Pagination);
