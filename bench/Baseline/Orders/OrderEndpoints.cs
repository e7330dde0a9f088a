namespace Hss.Baseline.Orders;

/// <summary>Placing orders.</summary>
internal static class OrderEndpoints
{
    public static void MapOrders(this WebApplication app) => app.MapPost("/store/api/v1/orders", Place);

    // The token is checked before the body is read.
    private static async Task<IResult> Place(HttpContext context, TokenCheck tokens, IOrderStore orders)
    {
        var (customer, refused) = tokens.Check(context.Request, "store", "customer");
        if (customer is null)
            return TypedResults.StatusCode(refused);
        var body = await context.Request.ReadFromJsonAsync(WireJson.Default.OrderBody, context.RequestAborted);
        if (body is null || body.Faults() is { Count: > 0 })
            return TypedResults.Json(new Refused("The order is invalid", body?.Faults()), WireJson.Default.Refused, statusCode: StatusCodes.Status422UnprocessableEntity);
        var placed = await orders.Place(
            new(customer, body.DeliveryAddress!, body.Lines(), context.TraceIdentifier, context.Connection.RemoteIpAddress?.ToString()), context.RequestAborted);
        if (placed is null)
            return TypedResults.Json(new Refused("Failed to create order. Check product availability and stock."), WireJson.Default.Refused, statusCode: StatusCodes.Status400BadRequest);
        context.Response.Headers.Location = $"/store/api/v1/orders/{placed.Id}";
        return TypedResults.Json(Answer(placed, customer, body.DeliveryAddress!), WireJson.Default.OrderAnswer, statusCode: StatusCodes.Status201Created);
    }

    private static OrderAnswer Answer(StoredOrder order, Caller customer, string address) => new(
        order.Id,
        customer.Id,
        "processing",
        order.Price.Total / 100m,
        order.Price.Tax / 100m,
        order.Price.Shipping / 100m,
        address,
        order.CreatedAt,
        order.CreatedAt,
        Array.ConvertAll(order.Lines, l => new OrderItemAnswer(
            l.Id, order.Id, l.ProductId, l.ProductName, l.PriceCents / 100m, l.Quantity, l.PriceCents * l.Quantity / 100m)),
        customer.Name);
}
