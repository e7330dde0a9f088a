using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Interfaces.Reservations;

namespace Hss.Api.Reservations;

/// <summary>Which resource.</summary>
public sealed record ResourceIdBody
{
    /// <summary>The resource's id.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? ResourceId { get; init; }
}

/// <summary>What came of a request.</summary>
/// <param name="Status"><c>approved</c> or <c>requested</c>.</param>
/// <param name="FencingToken">Grows with every grant of the resource; null while it waits.</param>
/// <param name="Position">0 when approved, else the place in the queue from 1.</param>
public sealed record ReservationRequestedAnswer(string Message, long ReservationId, long ResourceId, string Status, long? FencingToken, int Position)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ReservationRequestedAnswer Of(ReservationView r) =>
        new("Reservation request successful", r.Id, ReservationTexts.Number(r.ResourceId), r.Status, r.FencingToken, r.Position);
}

/// <summary>A reservation was cancelled.</summary>
public sealed record ReservationCancelledAnswer(string Message, long ReservationId, long ResourceId, string CancelledDate)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ReservationCancelledAnswer Of(ReservationView r) =>
        new("Reservation cancelled successfully", r.Id, ReservationTexts.Number(r.ResourceId), ReservationTexts.Date(r.EndedAt!.Value));
}

/// <summary>A reservation was released.</summary>
public sealed record ReservationReleasedAnswer(string Message, long ReservationId, long ResourceId, string ReleasedDate)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ReservationReleasedAnswer Of(ReservationView r) =>
        new("Reservation released successfully", r.Id, ReservationTexts.Number(r.ResourceId), ReservationTexts.Date(r.EndedAt!.Value));
}

/// <summary>A lease lives on.</summary>
public sealed record ReservationKeptAliveAnswer(string Message, long ReservationId, long ResourceId, string ValidUntilDate, long? FencingToken)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ReservationKeptAliveAnswer Of(ReservationView r) =>
        new("Reservation kept alive successfully", r.Id, ReservationTexts.Number(r.ResourceId), ReservationTexts.Date(r.ValidUntil!.Value), r.FencingToken);
}

/// <summary>A reservation that holds or waits.</summary>
/// <param name="ValidUntilDate">When its lease ends, in seconds since 1970; null when it does not.</param>
public sealed record ActiveReservation(
    long Id,
    long UserId,
    string UserName,
    long ResourceId,
    string ResourceName,
    string RequestDate,
    string? ApprovedDate,
    string Status,
    long? ValidUntilDate,
    long? FencingToken,
    int Position,
    int Priority)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ActiveReservation Of(ResourceView resource, ReservationView r) => new(
        r.Id,
        r.UserId,
        r.UserName,
        ReservationTexts.Number(r.ResourceId),
        resource.Name,
        ReservationTexts.Date(r.RequestedAt),
        r.ApprovedAt is { } approved ? ReservationTexts.Date(approved) : null,
        r.Status,
        r.ValidUntil?.ToUnixTimeSeconds(),
        r.FencingToken,
        r.Position,
        r.Priority);
}

/// <summary>Those who hold and wait.</summary>
public sealed record ActiveReservations(string Message, ImmutableArray<ActiveReservation> Reservations, int Count);

/// <summary>The caller's own reservation of a resource, or null.</summary>
public sealed record OwnReservation(string Message, ActiveReservation? Reservation);

/// <summary>Where the caller stands.</summary>
/// <param name="Position">0 for a holder, else the place in the queue from 1.</param>
/// <param name="Ahead">Reservations that are served before: holders and those who wait.</param>
/// <param name="WaitP50Sec">Half of all waits like this one are shorter; null under 5 samples.</param>
/// <param name="WaitP90Sec">Nine of ten waits like this one are shorter; null under 5 samples.</param>
/// <param name="Samples">Ended holds that the forecast was made from, at most 200.</param>
public sealed record QueuePosition(long ResourceId, int Position, int Ahead, double? WaitP50Sec, double? WaitP90Sec, int Samples);

/// <summary>A reservation of the past, or one that is not over.</summary>
/// <param name="Status"><c>requested</c>, <c>approved</c>, <c>cancelled</c>, <c>released</c> or <c>expired</c>.</param>
public sealed record PastReservation(
    long Id, long UserId, string UserName, long ResourceId, string Status, string RequestDate, string? ApprovedDate, string? EndedDate, long? FencingToken)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static PastReservation Of(ReservationView r) => new(
        r.Id,
        r.UserId,
        r.UserName,
        ReservationTexts.Number(r.ResourceId),
        r.Status,
        ReservationTexts.Date(r.RequestedAt),
        r.ApprovedAt is { } approved ? ReservationTexts.Date(approved) : null,
        r.EndedAt is { } ended ? ReservationTexts.Date(ended) : null,
        r.FencingToken);
}

/// <summary>A page of history, newest first.</summary>
/// <param name="Next">The <c>before</c> of the next page; null on the last.</param>
public sealed record ReservationHistoryAnswer(string Message, ImmutableArray<PastReservation> History, int Count, long? Next);

/// <summary>Whom to serve sooner or later.</summary>
public sealed record PriorityBody
{
    /// <summary>The resource's id.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? ResourceId { get; init; }

    /// <summary>Who waits for it.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? UserId { get; init; }

    /// <summary>0 (last) to 9 (first).</summary>
    [Required, Range(QueuePriority.Lowest, QueuePriority.Highest)]
    public int? Priority { get; init; }
}

/// <summary>Another priority was set.</summary>
public sealed record PrioritisedAnswer(string Message, long ReservationId, long ResourceId, int Priority, int Position)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static PrioritisedAnswer Of(ReservationView r) =>
        new("Reservation prioritised successfully", r.Id, ReservationTexts.Number(r.ResourceId), r.Priority, r.Position);
}

/// <summary>How <c>/reservia</c> writes things.</summary>
internal static class ReservationTexts
{
    /// <summary>ISO 8601 in UTC, whole seconds.</summary>
    public static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A stored id as the integer that clients know.</summary>
    public static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>An integer of a client as a stored id.</summary>
    public static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
