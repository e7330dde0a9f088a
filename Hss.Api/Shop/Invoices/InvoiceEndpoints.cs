using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Silo.Shop.Invoices;
using Hss.Silo.Shop.Orders;

namespace Hss.Api.Shop.Invoices;

/// <summary>Invoices of orders, <c>/store/api/v1/orders/{id}/invoice</c>.</summary>
public static class InvoiceEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapInvoices(this RouteGroupBuilder store) => store.MapGet("/api/v1/orders/{id}/invoice", Get)
        .WithSummary("Download the invoice of an order").WithTags("Orders").SignedIn().PathNumber("id", "The order's number").AnswersContent(InvoiceFile.ContentType);

    private static async Task<IResult> Get(HttpContext context, string id, OrderService orders, InvoiceService invoices)
    {
        var number = PathNumber.Read(id, "order_id");
        if (await orders.Order(number).Get() is not { } order)
            return ApiError.NotFound($"Order {number} not found").ToResult();
        var caller = context.Caller();
        if (order.CustomerId != caller.Id && !caller.Is(Mounts.Store, "product_manager", "sales_manager"))
            return ApiError.Forbidden("You can only view your own orders").ToResult();
        var invoice = await invoices.Of(order).WithinDeadline(context);
        return Results.Bytes(InvoiceDocument.Render(invoice), InvoiceFile.ContentType, InvoiceFile.Name(invoice));
    }
}
