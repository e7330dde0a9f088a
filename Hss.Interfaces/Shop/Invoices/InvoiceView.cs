using System.Collections.Immutable;

namespace Hss.Interfaces.Shop.Invoices;

/// <summary>What an invoice shows. All of it is as of the placing of the order and never changes, so that every copy is the same.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">Whose order it is.</param>
/// <param name="PlacedAt">When the order was placed; its year (UTC) is the invoice number's.</param>
/// <param name="Status">The order's status when it was placed.</param>
/// <param name="CustomerName">Given and family name.</param>
/// <param name="Address">Where the goods go.</param>
/// <param name="TaxId">The customer's tax id, or null.</param>
/// <param name="Lines">The lines, as ordered.</param>
/// <param name="Amounts">The sums.</param>
[GenerateSerializer, Alias("hss.shop.invoice-content"), Immutable]
public sealed record InvoiceContent(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] DateTimeOffset PlacedAt,
    [property: Id(3)] string Status,
    [property: Id(4)] string CustomerName,
    [property: Id(5)] string Address,
    [property: Id(6)] string? TaxId,
    [property: Id(7)] ImmutableArray<InvoiceLine> Lines,
    [property: Id(8)] InvoiceAmounts Amounts);

/// <summary>One line. Money is cents.</summary>
[GenerateSerializer, Alias("hss.shop.invoice-line"), Immutable]
public sealed record InvoiceLine(
    [property: Id(0)] string Item, [property: Id(1)] long Quantity, [property: Id(2)] long Price, [property: Id(3)] long Total);

/// <summary>The sums in cents.</summary>
[GenerateSerializer, Alias("hss.shop.invoice-amounts"), Immutable]
public sealed record InvoiceAmounts(
    [property: Id(0)] long Subtotal, [property: Id(1)] long Tax, [property: Id(2)] long Shipping, [property: Id(3)] long Total);

/// <summary>An invoice that has its number.</summary>
/// <param name="Number"><c>INV-2026-000001</c>.</param>
[GenerateSerializer, Alias("hss.shop.invoice"), Immutable]
public sealed record InvoiceView([property: Id(0)] string Number, [property: Id(1)] InvoiceContent Content);
