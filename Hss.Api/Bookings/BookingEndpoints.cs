using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Bookings;
using Hss.Silo.Bookings;

namespace Hss.Api.Bookings;

/// <summary>Storage bookings, <c>/hss/api/v1/bookings</c>.</summary>
public static class BookingEndpoints
{
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only bookings in this status", BookingStatus.All);
    private static readonly QueryParameter<int> Limit = Parameters.Clamped("limit", "How many bookings to answer at most", 50, 1, 200);

    /// <summary>Maps them.</summary>
    public static void MapBookings(this RouteGroupBuilder hss)
    {
        var bookings = hss.MapGroup("/api/v1/bookings").WithTags("Bookings").SignedIn().Path("id", "The booking's id, HSS- and ten digits");
        bookings.MapPost("/", Create).WithSummary("Book storage, at the prices of the tariff").Body(typeof(CreateBookingBody)).Answers(typeof(BookingChanged), 201);
        bookings.MapGet("/", List).WithSummary("List bookings, newest first: customers their own, staff and admins all")
            .Query(Status, Limit, Parameters.Offset).Answers(typeof(BookingList));
        bookings.MapGet("/{id}", Get).WithSummary("Read a booking").AnswersOne(typeof(BookingAnswer));
        bookings.MapGet("/{id}/transitions", Transitions).WithSummary("See where a booking has been and may go").Answers(typeof(TransitionsAnswer));
        bookings.MapPatch("/{id}/status", ChangeStatus).WithSummary("Move a booking to another status")
            .Needs(Mounts.Hss, "staff", "admin").Body(typeof(StatusBody)).Answers(typeof(BookingChanged));
        bookings.MapPost("/{id}/payment", Pay).WithSummary("Pay an approved booking, once").Body(typeof(PaymentBody), required: false).Answers(typeof(BookingPaid));
        hss.MapGet("/api/v1/tariff", TariffAnswer.Get).WithSummary("Read the prices").WithTags("Tariff").Answers(typeof(TariffAnswer));
    }

    private static async Task<IResult> Create(HttpContext context, BookingService bookings)
    {
        var body = await context.ReadBody<CreateBookingBody>();
        var outcome = await bookings.Submit(context.CallContext(), body.ToCommand(context.Caller().Id)).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Hss.Path}/api/v1/bookings/{outcome.Value.Id}";
        return Answer.Of(context, outcome, b => new BookingChanged(b.Id, b.Status, context.TraceIdentifier), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, BookingQueries queries)
    {
        var query = new QueryReader(context);
        var (status, limit, offset) = (query.Get(Status), query.Get(Limit), query.Get(Parameters.Offset));
        query.Done();
        var caller = context.Caller();
        var owner = caller.Is(Mounts.Hss, "staff", "admin") ? null : caller.Id;
        var (page, total) = await queries.List(owner, status is null ? [] : [status], newestFirst: true, limit, offset, context.RequestAborted);
        return new JsonAnswer(new BookingList([.. page.Select(BookingRow.Of)], page.Length, total, context.TraceIdentifier));
    }

    private static async Task<IResult> Get(HttpContext context, string id, BookingService bookings) =>
        await Visible(context, id, bookings) is { } booking
            ? Answer.One(context, booking.Version, BookingAnswer.Of(booking, context.TraceIdentifier))
            : NotFound;

    private static async Task<IResult> Transitions(HttpContext context, string id, BookingService bookings, BookingQueries queries)
    {
        if (await Visible(context, id, bookings) is not { } booking)
            return NotFound;
        var history = await queries.History(id, context.RequestAborted);
        return new JsonAnswer(new TransitionsAnswer(id, booking.Status, booking.AllowedNext, [.. BookingHistory.Moves(history)], context.TraceIdentifier));
    }

    private static async Task<IResult> ChangeStatus(HttpContext context, string id, BookingService bookings)
    {
        var body = await context.ReadBody<StatusBody>();
        var outcome = await bookings.Booking(BookingId(id)).ChangeStatus(context.CallContext(), body.Status!).WithinDeadline(context);
        return Answer.Of(context, outcome, b => new BookingChanged(b.Id, b.Status, context.TraceIdentifier));
    }

    private static async Task<IResult> Pay(HttpContext context, string id, BookingService bookings)
    {
        var body = await context.ReadBody<PaymentBody>(allowEmpty: true);
        var outcome = await bookings.Booking(BookingId(id)).Pay(context.CallContext(), body.Method ?? "card").WithinDeadline(context);
        return Answer.Of(context, outcome, b => new BookingPaid(b.Id, b.PaymentReference!, b.Status, context.TraceIdentifier));
    }

    // Somebody else's booking is as if it did not exist.
    private static async Task<Interfaces.Bookings.BookingView?> Visible(HttpContext context, string id, BookingService bookings)
    {
        var caller = context.Caller();
        return await bookings.Booking(BookingId(id)).Get() is { } booking && BookingRules.MaySee(booking.AccountId, caller.Id, caller.RoleOn(Mounts.Hss))
            ? booking
            : null;
    }

    // A malformed id is 404 (contracts, section 2): it goes nowhere near a grain.
    private static string BookingId(string id) => BookingRules.IsId(id) ? id : throw new ApiException(ApiError.NotFound("Booking not found"));

    private static IResult NotFound => ApiError.NotFound("Booking not found").ToResult();
}
