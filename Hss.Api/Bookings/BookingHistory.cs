using System.Text.Json.Nodes;
using Hss.Grains.Bookings;
using Hss.Silo.Bookings;

namespace Hss.Api.Bookings;

/// <summary>A booking's events in the system's two shapes: moves, and rows of its audit (fact file).</summary>
internal static class BookingHistory
{
    /// <summary>The moves of one booking: <c>{from,to,at,actor}</c>, oldest first.</summary>
    public static IEnumerable<BookingMove> Moves(IEnumerable<BookingEvent> events)
    {
        string? from = null;
        foreach (var e in events)
        {
            var to = e.Event switch
            {
                BookingSubmitted => BookingStatus.Submitted,
                BookingApproved => BookingStatus.Approved,
                BookingStatusChanged c => c.To,
                PaymentCaptured => BookingStatus.Paid,
                _ => from,
            };
            yield return new(from, to!, e.At, e.Actor);
            from = to;
        }
    }

    /// <summary>A row of the audit: <c>{id,event_type,booking_id,payload,created_at}</c>.</summary>
    public static BookingAuditRow AuditRow(BookingEvent e)
    {
        var (type, payload) = Named(e);
        return new(e.Seq, type, e.BookingId, payload, e.At);
    }

    private static (string Type, JsonObject Payload) Named(BookingEvent e) => e.Event switch
    {
        BookingSubmitted s => ("booking_submitted", new() { ["email"] = s.Email, ["items"] = s.Items.Length }),
        BookingApproved a => ("staff_booking_approved", new() { ["status"] = BookingStatus.Approved, ["actor_role"] = a.ActorRole }),
        BookingStatusChanged c => ("status_updated", new() { ["from"] = c.From, ["to"] = c.To }),
        PaymentCaptured p => ("payment_captured", new() { ["method"] = p.Method, ["payment_reference"] = p.Reference }),
        _ => (e.Event.GetType().Name, []),
    };
}
