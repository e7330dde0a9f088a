using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hss.Baseline.Bookings;

/// <summary>Storage bookings: made, listed, approved, paid.</summary>
internal static class BookingEndpoints
{
    private const string Mount = "hss";
    private const int MaxLimit = 200;
    private static readonly string[] Everybody = ["customer", "staff", "admin"];
    private static readonly string[] Staff = ["staff", "admin"];
    private static readonly string[] Methods = ["card", "eft", "saved card ending in 1042"];
    private static readonly string[] Statuses = ["submitted", "approved", "paid", "collected", "in_storage", "returned"];

    public static void MapBookings(this WebApplication app)
    {
        app.MapPost("/hss/api/v1/bookings", Submit);
        app.MapGet("/hss/api/v1/bookings", List);
        app.MapPost("/hss/api/v1/staff/bookings/{id}/approve", Approve);
        app.MapPost("/hss/api/v1/bookings/{id}/payment", Pay);
    }

    /// <summary>A booking's id as clients know it.</summary>
    public static string Id(long number) => string.Create(CultureInfo.InvariantCulture, $"HSS-{number:0000000000}");

    private static async Task<IResult> Submit(HttpContext context, TokenCheck tokens, BookingStore bookings)
    {
        var (caller, refused) = tokens.Check(context.Request, Mount, Everybody);
        if (caller is null)
            return TypedResults.StatusCode(refused);
        if (await Body(context) is not { } body)
            return Refuse(context, StatusCodes.Status400BadRequest, new("validation_error", "The request is no booking"));
        if (body.Faults() is { Count: > 0 } faults)
            return Refuse(context, StatusCodes.Status400BadRequest, new("validation_error", "The request has invalid fields", faults));
        var price = BookingPrice.Of(body.Items!, body.Pricing!.Duration!.Value);
        if (!price.Is(body.Pricing))
            return Refuse(context, StatusCodes.Status422UnprocessableEntity, new("price_mismatch", "The prices are not those of the tariff"));
        var id = Id(await bookings.Submit(body, price, By(context, caller), context.RequestAborted));
        context.Response.Headers.Location = $"/hss/api/v1/bookings/{id}";
        return TypedResults.Json(new(id, "submitted", context.TraceIdentifier), WireJson.Default.BookingChanged, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, TokenCheck tokens, BookingList bookings, string? status, int limit = 50, int offset = 0)
    {
        var (caller, refused) = tokens.Check(context.Request, Mount, Everybody);
        if (caller is null)
            return TypedResults.StatusCode(refused);
        if ((status is not null && !Statuses.Contains(status)) || offset < 0)
            return Refuse(context, StatusCodes.Status400BadRequest, new("validation_error", "The query is invalid"));
        var owner = caller.Role == "customer" ? caller.Id : null;
        var (page, total) = await bookings.Read(owner, status, Math.Clamp(limit, 1, MaxLimit), offset, context.RequestAborted);
        return TypedResults.Json(new(page, page.Length, total, context.TraceIdentifier), WireJson.Default.BookingPage);
    }

    private static async Task<IResult> Approve(HttpContext context, string id, TokenCheck tokens, BookingStore bookings)
    {
        var (caller, refused) = tokens.Check(context.Request, Mount, Staff);
        if (caller is null)
            return TypedResults.StatusCode(refused);
        var became = Number(id) is { } number ? await bookings.Approve(number, By(context, caller), context.RequestAborted) : Became.Missing;
        return became == Became.Done
            ? TypedResults.Json(new(id, "approved", context.TraceIdentifier), WireJson.Default.BookingChanged)
            : Refuse(context, became, "The booking cannot be approved now");
    }

    private static async Task<IResult> Pay(HttpContext context, string id, TokenCheck tokens, BookingStore bookings)
    {
        var (caller, refused) = tokens.Check(context.Request, Mount, Everybody);
        if (caller is null)
            return TypedResults.StatusCode(refused);
        var method = "card";
        if (context.Request.ContentLength > 0)
            method = (await context.Request.ReadFromJsonAsync(WireJson.Default.PaymentBody, context.RequestAborted))?.Method?.Trim().ToLowerInvariant() ?? method;
        if (!Methods.Contains(method))
            return Refuse(context, StatusCodes.Status400BadRequest, new("validation_error", "The method is unknown"));
        if (Number(id) is not { } number)
            return Refuse(context, Became.Missing, "");
        var reference = $"PAY-{id.AsSpan(4)}";
        var became = await bookings.Pay(number, method, reference, By(context, caller), context.RequestAborted);
        return became == Became.Done
            ? TypedResults.Json(new(id, reference, "paid", context.TraceIdentifier), WireJson.Default.BookingPaid)
            : Refuse(context, became, "Booking must be approved before payment, and is paid once");
    }

    private static async Task<BookingBody?> Body(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync(WireJson.Default.BookingBody, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Doing By(HttpContext context, Caller caller) => new(caller, context.TraceIdentifier, context.Connection.RemoteIpAddress?.ToString() ?? "");

    private static long? Number(string id) =>
        id.Length == 14 && id.StartsWith("HSS-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonHttpResult<BookingRefused> Refuse(HttpContext context, Became became, string notNow) => became == Became.Missing
        ? Refuse(context, StatusCodes.Status404NotFound, new("not_found", "Booking not found"))
        : Refuse(context, StatusCodes.Status409Conflict, new("conflict", notNow));

    private static JsonHttpResult<BookingRefused> Refuse(HttpContext context, int status, BookingError error) =>
        TypedResults.Json(new(error, context.TraceIdentifier), WireJson.Default.BookingRefused, statusCode: status);
}
