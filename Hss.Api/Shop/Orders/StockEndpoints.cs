using System.Collections.Immutable;
using System.Globalization;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Orders;

namespace Hss.Api.Shop.Orders;

/// <summary>A product's quantities and every movement of them, for product managers.</summary>
public static class StockEndpoints
{
    private static readonly QueryParameter<int> Limit = Parameters.Limit(50, 200);
    private static readonly QueryParameter<long> Before = Parameters.Whole("before", "Only movements before this version: the X-Next-Cursor of the page before", 0L, 0, long.MaxValue);

    /// <summary>Maps them.</summary>
    public static void MapStock(this RouteGroupBuilder store)
    {
        var stock = store.MapGroup("/api/v1/products/{id}/stock").WithTags("Stock").Needs(Mounts.Store, "product_manager").PathNumber("id", "The product's number");
        stock.MapGet("/", Get).WithSummary("Read a product's quantities").AnswersOne(typeof(StockAnswer));
        stock.MapGet("/ledger", Ledger).WithSummary("List the movements of a product's units, newest first").Query(Limit, Before).Answers(typeof(ImmutableArray<Movement>));
    }

    private static async Task<IResult> Get(HttpContext context, string id, OrderService orders)
    {
        var product = PathNumber.Read(id, "product_id");
        return await orders.Stock(product).Get() is { } stock
            ? Answer.One(context, stock.Version, StockAnswer.Of(stock))
            : NotFound(product);
    }

    // Newest first; X-Next-Cursor leads to the ones before.
    private static async Task<IResult> Ledger(HttpContext context, string id, OrderService orders, OrderQueries queries)
    {
        var product = PathNumber.Read(id, "product_id");
        var query = new QueryReader(context);
        var (limit, before) = (query.Get(Limit), query.Get(Before));
        query.Done();
        if (await orders.Stock(product).Get() is null)
            return NotFound(product);
        var events = await queries.Movements(product, before, limit, context.RequestAborted);
        if (events.Length == limit)
            context.Response.Headers["X-Next-Cursor"] = events[^1].Version.ToString(CultureInfo.InvariantCulture);
        return new JsonAnswer(events.SelectMany(e => Movement.Of(e.Version, e.Event, e.Actor)));
    }

    private static IResult NotFound(string product) => ApiError.NotFound($"Product with id {product} not found").ToResult();
}

/// <summary>Quantities: <c>available + held + sold = received</c>.</summary>
public sealed record StockAnswer(long ProductId, long Available, long Held, long Sold, long Received, DateTimeOffset UpdatedAt)
{
    /// <summary>As the store shows it.</summary>
    public static StockAnswer Of(StockView stock) =>
        new(OrderAnswer.Number(stock.ProductId), stock.Available, stock.Held, stock.Sold, stock.Received, stock.UpdatedAt);
}
