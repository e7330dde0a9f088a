using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>A reader asks for a book.</summary>
public sealed record CreateBookRequest
{
    /// <summary>The book's id.</summary>
    [Required, StringLength(100)]
    public string? BookId { get; init; }

    /// <summary>Where the reader wants it, 1 to 120 characters.</summary>
    [Required, StringLength(120, MinimumLength = 1)]
    public string? RequestLocation { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    [StringLength(2000)]
    public string? Notes { get; init; }

    /// <summary>Whether to queue when no copy is free; otherwise that is refused.</summary>
    public bool? Wait { get; init; }

    internal RequestBook Command(string caller) =>
        new(caller, DeliveryPaths.BookId(BookId!), RequestLocation!.Trim(), DeliveryPaths.Kept(Notes), Wait ?? false);
}

/// <summary>A request for a book.</summary>
/// <param name="TaskId">The delivery task; null while the reader waits for a copy.</param>
/// <param name="QueuePosition">1 for the next reader who gets a copy; null when one is reserved.</param>
/// <param name="AutoClosedWithoutConfirmAt">When it closed by itself, as nobody confirmed it.</param>
/// <param name="ArrivedAt">When the robot arrived with the book.</param>
/// <param name="StudentDisplayName">For librarians only.</param>
/// <param name="StudentEmail">For librarians only.</param>
[SchemaName("BookRequest")]
public sealed record BookRequest(
    [property: SchemaFormat("uuid")] string Id,
    [property: SchemaFormat("uuid")] string UserId,
    [property: SchemaFormat("uuid")] string BookId,
    string? BookTitle,
    string RequestLocation,
    string? Notes,
    [property: AllowedValues("PENDING", "APPROVED", "IN_PROGRESS", "COMPLETED", "CANCELLED")] string Status,
    [property: SchemaFormat("uuid")] string? TaskId,
    int? QueuePosition,
    DateTimeOffset RequestedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? CancelledAt,
    DateTimeOffset? AutoClosedWithoutConfirmAt,
    string? Reason,
    string? StudentDisplayName,
    string? StudentEmail)
{
    /// <summary>As its owner sees it.</summary>
    public static BookRequest Of(DeliveryView view) => new(
        view.Id,
        view.UserId,
        view.BookId!,
        view.BookTitle,
        view.Destination,
        view.Notes,
        view.AskedStatus!,
        view.Task is null ? null : view.Id,
        view.QueuePosition,
        view.CreatedAt,
        view.UpdatedAt,
        view.Task?.ArrivedAt,
        view.AskedStatus == AskedStatus.Completed ? view.ClosedAt : null,
        view.AskedStatus == AskedStatus.Cancelled ? view.ClosedAt : null,
        view.ClosedUnconfirmedAt,
        view.Reason,
        StudentDisplayName: null,
        StudentEmail: null);

    /// <summary>As librarians see it.</summary>
    public static BookRequest Of(DeliveryView view, FrozenDictionary<string, Reader> readers) =>
        readers.GetValueOrDefault(view.UserId) is { } reader ? Of(view) with { StudentDisplayName = reader.Name, StudentEmail = reader.Email } : Of(view);
}

/// <summary>A request and the task that carries it out.</summary>
/// <param name="Task">Null while the reader waits for a copy.</param>
public sealed record RequestActivity(BookRequest Request, DeliveryTaskBody? Task);

/// <summary>Why something is called off.</summary>
public sealed record ReasonRequest
{
    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }

    internal string? Said => DeliveryPaths.Kept(Reason);
}
