using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Hss.Api.Bookings;

/// <summary>A page of bookings.</summary>
/// <param name="Count">How many are in this answer.</param>
/// <param name="Total">How many there are.</param>
public sealed record BookingList(ImmutableArray<BookingRow> Bookings, int Count, long Total, string RequestId);

/// <summary>Where a booking has been, and where it may go from here.</summary>
/// <param name="Allowed">The statuses that it may move to; empty at the end.</param>
/// <param name="History">Its moves, oldest first.</param>
public sealed record TransitionsAnswer(
    string BookingId, string Status, ImmutableArray<string> Allowed, ImmutableArray<BookingMove> History, string RequestId);

/// <summary>One move of a booking.</summary>
/// <param name="From">The status before; null when the booking was made.</param>
/// <param name="Actor">The account that did it.</param>
public sealed record BookingMove(string? From, string To, DateTimeOffset At, string Actor);

/// <summary>What staff have to do: bookings in submitted, approved, collected and in_storage, oldest first.</summary>
/// <param name="Count">How many are in this answer; the header X-Total-Count says how many there are.</param>
public sealed record StaffQueue(ImmutableArray<BookingRow> Queue, int Count, string RequestId);

/// <summary>Everybody's bookings, newest first.</summary>
/// <param name="Count">How many are in this answer; the header X-Total-Count says how many there are.</param>
public sealed record AllBookings(ImmutableArray<BookingRow> Bookings, int Count, string RequestId);

/// <summary>The newest events of all bookings, newest first, at most 200.</summary>
public sealed record BookingAudit(ImmutableArray<BookingAuditRow> Events, string RequestId);

/// <summary>One event of a booking.</summary>
/// <param name="Id">Its place in the journal.</param>
/// <param name="EventType"><c>booking_submitted</c>, <c>staff_booking_approved</c>, <c>status_updated</c> or <c>payment_captured</c>.</param>
/// <param name="Payload">What its type says.</param>
public sealed record BookingAuditRow(long Id, string EventType, string BookingId, JsonObject Payload, DateTimeOffset CreatedAt);

/// <summary>What all bookings come to, in rand.</summary>
/// <param name="GrossValue">The sum of all totals.</param>
/// <param name="PaidRevenue">The sum of the captured payments, whatever the bookings' states are now.</param>
public sealed record BookingOverview(
    long TotalBookings, decimal GrossValue, decimal PaidRevenue, ImmutableArray<StatusCount> StatusBreakdown, string RequestId);

/// <summary>How many bookings are in a status.</summary>
public sealed record StatusCount(string Status, long Count);
