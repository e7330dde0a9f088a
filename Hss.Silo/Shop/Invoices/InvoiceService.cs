using Hss.Grains.Shop.Invoices;
using Hss.Grains.Shop.Orders;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;
using Hss.Interfaces.Shop.Invoices;
using Hss.Silo.Identity;

namespace Hss.Silo.Shop.Invoices;

/// <summary>Finds the invoices of orders, and makes those that are not there yet.</summary>
public sealed class InvoiceService(IGrainFactory grains, IdentityService identity)
{
    private const string System = "store";

    /// <summary>The invoice of an order. Whoever asks first makes it; everybody gets the same.</summary>
    public async Task<InvoiceView> Of(OrderView order)
    {
        var grain = grains.GetGrain<IInvoiceGrain>(InvoiceKind.Instance.Key(order.Id).ToString());
        if (await grain.Get().ConfigureAwait(false) is { } there)
            return there;
        var account = await identity.Account(order.CustomerId).Get().ConfigureAwait(false);
        var issued = await grain.Issue(CallContext.System("invoice"), Content(order, account)).ConfigureAwait(false);
        return issued.Accepted ? issued.Value : throw new InvalidOperationException($"The invoice of order {order.Id} was refused: {issued.Refusal.Message}");
    }

    // As of the placing, also when the order has moved on before anybody asked.
    private static InvoiceContent Content(OrderView order, AccountView? account) => new(
        order.Id,
        order.CustomerId,
        order.CreatedAt,
        OrderStatus.Processing,
        order.CustomerName,
        order.DeliveryAddress,
        account?.ProfileIn(System)["tax_id"],
        [.. order.Lines.Select(l => new InvoiceLine(l.ProductName, l.Quantity, l.UnitPrice, l.Subtotal))],
        new(order.Price.Subtotal, order.Price.Tax, order.Price.Shipping, order.Price.Total));
}
