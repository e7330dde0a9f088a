using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop.Invoices;

/// <summary>
/// The invoice of one order, keyed like the order. It is written once: what it shows first, then its number (contracts, section 5:
/// <c>INV-&lt;year&gt;-&lt;6 digits&gt;</c> without gaps in a year, given at placing; a cancellation does not free it).
/// </summary>
[GrainTier(GrainTier.Process), Alias("hss.shop.invoice-grain")]
public interface IInvoiceGrain : IHoldOwner
{
    /// <summary>
    /// Makes the invoice, or answers the one that there is, whatever <paramref name="content"/> says now. It is never refused; after a fault the
    /// same call goes on where the first one ended.
    /// </summary>
    [Alias("issue")]
    Task<Outcome<InvoiceView>> Issue(CallContext context, InvoiceContent content);

    /// <summary>The committed invoice, or null while it has no number.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<InvoiceView?> Get();
}
