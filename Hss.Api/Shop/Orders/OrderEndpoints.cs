using System.Collections.Immutable;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Orders;
using Hss.Interfaces.Shop;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Orders;

namespace Hss.Api.Shop.Orders;

/// <summary>Orders, <c>/store/api/v1/orders</c>.</summary>
public static class OrderEndpoints
{
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only orders in this status", OrderStatus.All);
    private static readonly QueryParameter<long?> Limit = Parameters.Optional("limit", "How many orders to answer at most; all of them without it", 1, 200);

    /// <summary>Maps them.</summary>
    public static void MapOrders(this RouteGroupBuilder store)
    {
        var orders = store.MapGroup("/api/v1/orders").WithTags("Orders").SignedIn().PathNumber("id", "The order's number");
        orders.MapPost("/", Place).WithSummary("Place an order").Needs(Mounts.Store, "customer").Body(typeof(CreateOrderBody)).Answers(typeof(OrderAnswer), 201);
        orders.MapGet("/", Own).WithSummary("List the caller's orders, newest first")
            .Needs(Mounts.Store, "customer").Query(Status, Limit, Parameters.Offset).Answers(typeof(ImmutableArray<OrderAnswer>));
        orders.MapGet("/all", All).WithSummary("List everybody's orders, newest first")
            .Needs(Mounts.Store, "product_manager", "sales_manager").Query(Status, Limit, Parameters.Offset).Answers(typeof(ImmutableArray<OrderAnswer>));
        orders.MapGet("/{id}", Get).WithSummary("Read an order").AnswersOne(typeof(OrderAnswer));
        orders.MapDelete("/{id}", Delete).WithSummary("Delete an order; stock stays").Needs(Mounts.Store, "product_manager").AnswersNothing();
        orders.MapPatch("/{id}/status", ChangeStatus).WithSummary("Move an order to another status")
            .Needs(Mounts.Store, "product_manager").Body(typeof(OrderStatusBody)).Answers(typeof(OrderAnswer));
        orders.MapPost("/{id}/cancel", Cancel).WithSummary("Cancel an order that is still processing").Needs(Mounts.Store, "customer").Answers(typeof(OrderAnswer));
        orders.MapPost("/{id}/refund/request", RequestRefund).WithSummary("Ask for money back")
            .Needs(Mounts.Store, "customer").Body(typeof(RefundRequestBody), required: false).Answers(typeof(OrderAnswer));
        orders.MapPost("/{id}/refund/approve", DecideRefund).WithSummary("Decide about a refund")
            .Needs(Mounts.Store, "sales_manager").Body(typeof(RefundDecisionBody)).Answers(typeof(OrderAnswer));
    }

    /// <summary>Whether somebody may see an order: its customer, and every other role.</summary>
    internal static bool MaySee(OrderView order, Caller caller) => order.CustomerId == caller.Id || caller.RoleOn(Mounts.Store) is not ("customer" or "");

    private static async Task<IResult> Place(HttpContext context, OrderService orders, IdentityService identity)
    {
        var body = await context.ReadBody<CreateOrderBody>();
        var units = OrderRules.Sum(body.Items.Select(i => i.ToUnits()));
        if (units.Length > OrderRules.MaxLines || units.Any(u => u.Quantity > OrderRules.MaxQuantity))
        {
            throw new ApiException(ApiError.Invalid("The order is too large", new FieldFault(
                FieldFaultKind.TooLong, ["items"], $"must name at most {OrderRules.MaxLines} products and {OrderRules.MaxQuantity} units of each", null)));
        }

        var profile = (await identity.Account(context.Caller().Id).Get())!.ProfileIn(Mounts.Store.Name);
        var outcome = await orders.Place(
            context.CallContext(),
            new(context.Caller().Id, PersonName.Join(profile.FirstName, profile.LastName), body.DeliveryAddress!, units)).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Store.Path}/api/v1/orders/{outcome.Value.Id}";
        return Answer.Of(context, outcome, OrderAnswer.Of, StatusCodes.Status201Created);
    }

    private static Task<IResult> Own(HttpContext context, OrderQueries queries) => List(context, queries, context.Caller().Id);

    private static Task<IResult> All(HttpContext context, OrderQueries queries) => List(context, queries, customer: null);

    private static async Task<IResult> List(HttpContext context, OrderQueries queries, string? customer)
    {
        var query = new QueryReader(context);
        var (status, limit, offset) = (query.Get(Status), (int)(query.Get(Limit) ?? int.MaxValue), query.Get(Parameters.Offset));
        query.Done();
        var (page, total) = await queries.List(customer, status is null ? [] : [status], limit, offset, context.RequestAborted);
        context.TotalCount(total);
        return new JsonAnswer(page.Select(OrderAnswer.Of));
    }

    private static async Task<IResult> Get(HttpContext context, string id, OrderService orders)
    {
        var number = PathNumber.Read(id, "order_id");
        if (await orders.Order(number).Get() is not { } order)
            return ApiError.NotFound($"Order {number} not found").ToResult();
        return MaySee(order, context.Caller())
            ? Answer.One(context, order.Version, OrderAnswer.Of(order))
            : ApiError.Forbidden("You can only view your own orders").ToResult();
    }

    private static async Task<IResult> Delete(HttpContext context, string id, OrderService orders)
    {
        var outcome = await orders.Order(PathNumber.Read(id, "order_id")).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Refusal?.ToError().ToResult() ?? Results.NoContent();
    }

    private static async Task<IResult> ChangeStatus(HttpContext context, string id, OrderService orders)
    {
        var order = orders.Order(PathNumber.Read(id, "order_id"));
        var body = await context.ReadBody<OrderStatusBody>();
        return Answer.Of(context, await order.ChangeStatus(context.CallContext(), body.Status!).WithinDeadline(context), OrderAnswer.Of);
    }

    private static async Task<IResult> Cancel(HttpContext context, string id, OrderService orders) => Answer.Of(
        context, await orders.Order(PathNumber.Read(id, "order_id")).Cancel(context.CallContext()).WithinDeadline(context), OrderAnswer.Of);

    private static async Task<IResult> RequestRefund(HttpContext context, string id, OrderService orders)
    {
        var order = orders.Order(PathNumber.Read(id, "order_id"));
        var body = await context.ReadBody<RefundRequestBody>(allowEmpty: true);
        var request = new RefundRequest(body.Reason, body.Items is { } items ? [.. items.Select(i => i.ToUnits())] : []);
        return Answer.Of(context, await order.RequestRefund(context.CallContext(), request).WithinDeadline(context), OrderAnswer.Of);
    }

    private static async Task<IResult> DecideRefund(HttpContext context, string id, OrderService orders)
    {
        var order = orders.Order(PathNumber.Read(id, "order_id"));
        var body = await context.ReadBody<RefundDecisionBody>();
        return Answer.Of(context, await order.DecideRefund(context.CallContext(), body.ToDecision()).WithinDeadline(context), OrderAnswer.Of);
    }
}
