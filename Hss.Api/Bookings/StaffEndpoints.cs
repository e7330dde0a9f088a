using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Silo.Bookings;

namespace Hss.Api.Bookings;

/// <summary>What staff and admins do with bookings: queue, approval, audit, overview.</summary>
public static class StaffEndpoints
{
    // These lists have no paging; beyond this they need one.
    private const int WholeList = 10_000;

    /// <summary>Maps them.</summary>
    public static void MapStaff(this RouteGroupBuilder hss)
    {
        var staff = hss.MapGroup("/api/v1").Needs(Mounts.Hss, "staff", "admin");
        staff.MapGet("/staff/queue", Queue).WithTags("Staff");
        staff.MapPost("/staff/bookings/{id}/approve", Approve).WithTags("Staff").Answers(typeof(BookingChanged));
        staff.MapGet("/audit", Audit).WithTags("Audit");

        var admin = hss.MapGroup("/api/v1/admin").WithTags("Admin").Needs(Mounts.Hss, "admin");
        admin.MapGet("/bookings", AllBookings);
        admin.MapGet("/overview", Overview);
    }

    private static async Task<IResult> Queue(HttpContext context, BookingQueries queries)
    {
        var (queue, total) = await queries.List(null, BookingStatus.Open, newestFirst: false, WholeList, 0, context.RequestAborted);
        return new JsonAnswer(new { queue = queue.Select(BookingRow.Of), count = total, request_id = context.TraceIdentifier });
    }

    private static async Task<IResult> Approve(HttpContext context, string id, BookingService bookings)
    {
        if (!BookingRules.IsId(id))
            return ApiError.NotFound("Booking not found").ToResult();
        var outcome = await bookings.Booking(id).Approve(context.CallContext()).WithinDeadline(context);
        return Answer.Of(context, outcome, b => new BookingChanged(b.Id, b.Status, context.TraceIdentifier));
    }

    private static async Task<IResult> Audit(HttpContext context, BookingQueries queries)
    {
        var events = await queries.Audit(context.RequestAborted);
        return new JsonAnswer(new { events = events.Select(BookingHistory.AuditRow), request_id = context.TraceIdentifier });
    }

    private static async Task<IResult> AllBookings(HttpContext context, BookingQueries queries)
    {
        var query = new QueryReader(context.Request.Query);
        var status = query.Choice("status", BookingStatus.All);
        query.Done();
        var (all, total) = await queries.List(null, status is null ? [] : [status], newestFirst: true, WholeList, 0, context.RequestAborted);
        return new JsonAnswer(new { bookings = all.Select(BookingRow.Of), count = total, request_id = context.TraceIdentifier });
    }

    private static async Task<IResult> Overview(HttpContext context, BookingQueries queries)
    {
        var totals = await queries.Totals(context.RequestAborted);
        var paid = await queries.Paid(context.RequestAborted);
        return new JsonAnswer(new
        {
            total_bookings = totals.Sum(t => t.Count),
            gross_value = Money.ToUnits(totals.Sum(t => t.Sum)),
            paid_revenue = Money.ToUnits(paid.Sum(t => t.Sum)),
            status_breakdown = totals.Select(t => new { status = t.Status, count = t.Count }),
            request_id = context.TraceIdentifier,
        });
    }
}
