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
    private const int MaxLimit = 1000;

    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only bookings in this status", BookingStatus.All);

    // The fact file has these lists whole, so that is what a caller gets who does not ask for less.
    private static readonly QueryParameter<long?> Limit = Parameters.Optional("limit", "How many bookings to answer at most; all of them without it", 1, MaxLimit);

    /// <summary>Maps them.</summary>
    public static void MapStaff(this RouteGroupBuilder hss)
    {
        var staff = hss.MapGroup("/api/v1").Needs(Mounts.Hss, "staff", "admin");
        staff.MapGet("/staff/queue", Queue).WithSummary("List the bookings that staff have to do something for, oldest first").WithTags("Staff")
            .Query(Limit, Parameters.Offset).Answers(typeof(StaffQueue));
        staff.MapPost("/staff/bookings/{id}/approve", Approve).WithSummary("Approve a booking; a second approval changes nothing").WithTags("Staff")
            .Path("id", "The booking's id, HSS- and ten digits").Answers(typeof(BookingChanged));
        staff.MapGet("/audit", Audit).WithSummary("Read the newest 200 events of all bookings, newest first").WithTags("Audit").Answers(typeof(BookingAudit));

        var admin = hss.MapGroup("/api/v1/admin").WithTags("Admin").Needs(Mounts.Hss, "admin");
        admin.MapGet("/bookings", All).WithSummary("List everybody's bookings, newest first").Query(Status, Limit, Parameters.Offset).Answers(typeof(AllBookings));
        admin.MapGet("/overview", Overview).WithSummary("See counts and sums of all bookings").Answers(typeof(BookingOverview));
    }

    private static async Task<IResult> Queue(HttpContext context, BookingQueries queries)
    {
        var query = new QueryReader(context);
        var (limit, offset) = (query.Get(Limit), query.Get(Parameters.Offset));
        query.Done();
        var (queue, total) = await queries.List(null, BookingStatus.Open, newestFirst: false, (int)(limit ?? int.MaxValue), offset, context.RequestAborted);
        context.TotalCount(total);
        return new JsonAnswer(new StaffQueue([.. queue.Select(BookingRow.Of)], queue.Length, context.TraceIdentifier));
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
        return new JsonAnswer(new BookingAudit([.. events.Select(BookingHistory.AuditRow)], context.TraceIdentifier));
    }

    private static async Task<IResult> All(HttpContext context, BookingQueries queries)
    {
        var query = new QueryReader(context);
        var (status, limit, offset) = (query.Get(Status), query.Get(Limit), query.Get(Parameters.Offset));
        query.Done();
        var (all, total) = await queries.List(
            null, status is null ? [] : [status], newestFirst: true, (int)(limit ?? int.MaxValue), offset, context.RequestAborted);
        context.TotalCount(total);
        return new JsonAnswer(new AllBookings([.. all.Select(BookingRow.Of)], all.Length, context.TraceIdentifier));
    }

    private static async Task<IResult> Overview(HttpContext context, BookingQueries queries)
    {
        var totals = await queries.Totals(context.RequestAborted);
        var paid = await queries.Paid(context.RequestAborted);
        return new JsonAnswer(new BookingOverview(
            totals.Sum(t => t.Count),
            Money.ToUnits(totals.Sum(t => t.Sum)),
            Money.ToUnits(paid.Sum(t => t.Sum)),
            [.. totals.Select(t => new StatusCount(t.Status, t.Count))],
            context.TraceIdentifier));
    }
}
