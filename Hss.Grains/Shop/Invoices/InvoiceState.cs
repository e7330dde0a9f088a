using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Shop.Invoices;

namespace Hss.Grains.Shop.Invoices;

/// <summary>An invoice's durable state. After its number nothing changes any more.</summary>
public sealed record InvoiceState(string OrderId)
{
    /// <summary>Whose order it is; empty before the invoice was begun.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>When the order was placed.</summary>
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>The order's status when it was placed.</summary>
    public string Status { get; init; } = "";

    /// <summary>Given and family name.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Where the goods go.</summary>
    [Personal]
    public string Address { get; init; } = "";

    /// <summary>The customer's tax id, or null.</summary>
    [Personal]
    public string? TaxId { get; init; }

    /// <summary>The lines.</summary>
    public ImmutableArray<InvoiceLine> Lines { get; init; } = [];

    /// <summary>The sums.</summary>
    public InvoiceAmounts Amounts { get; init; } = new(0, 0, 0, 0);

    /// <summary>The number within its year; 0 until it is given.</summary>
    public long Number { get; init; }
}

/// <summary>From now on the invoice will have a number, whatever happens.</summary>
public sealed record InvoicePrepared(
    string AccountId,
    DateTimeOffset PlacedAt,
    string Status,
    string CustomerName,
    [property: Personal] string Address,
    [property: Personal] string? TaxId,
    ImmutableArray<InvoiceLine> Lines,
    InvoiceAmounts Amounts) : IEntityEvent;

/// <summary>The invoice has its number.</summary>
public sealed record InvoiceNumbered(long Number) : IEntityEvent;
