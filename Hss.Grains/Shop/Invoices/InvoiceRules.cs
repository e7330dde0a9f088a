using Hss.Grains.Entities;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Invoices;

namespace Hss.Grains.Shop.Invoices;

/// <summary>An invoice is prepared once and numbered once.</summary>
public static class InvoiceRules
{
    /// <summary>Keeps what the invoice shows; the first word counts.</summary>
    public static Decision Prepare(InvoiceState state, InvoiceContent content) => IsPrepared(state)
        ? Decision.Unchanged
        : Decision.Accept(new InvoicePrepared(
            content.AccountId, content.PlacedAt, content.Status, content.CustomerName, content.Address, content.TaxId, content.Lines, content.Amounts));

    /// <summary>Gives the number; the first one stays.</summary>
    public static Decision Give(InvoiceState state, long number) =>
        state.Number > 0 ? Decision.Unchanged : Decision.Accept(new InvoiceNumbered(number));

    /// <summary>Whether it was begun, so that it will have a number.</summary>
    public static bool IsPrepared(InvoiceState state) => state.AccountId.Length > 0;

    /// <summary>The numbers that it takes its own from: those of the year (UTC) in which the order was placed.</summary>
    public static EntityKey Numbers(InvoiceState state) => NumberKind.Instance.Key($"store.invoice.{state.PlacedAt.UtcDateTime.Year}");

    /// <summary>What callers see.</summary>
    public static InvoiceView View(InvoiceState state) => new(
        $"INV-{state.PlacedAt.UtcDateTime.Year}-{state.Number:000000}",
        new(state.OrderId, state.AccountId, state.PlacedAt, state.Status, state.CustomerName, state.Address, state.TaxId, state.Lines, state.Amounts));

    /// <summary>The state after an event.</summary>
    public static InvoiceState Apply(InvoiceState state, IEntityEvent e) => e switch
    {
        InvoicePrepared p => state with
        {
            AccountId = p.AccountId,
            PlacedAt = p.PlacedAt,
            Status = p.Status,
            CustomerName = p.CustomerName,
            Address = p.Address,
            TaxId = p.TaxId,
            Lines = p.Lines,
            Amounts = p.Amounts,
        },
        InvoiceNumbered n => state with { Number = n.Number },
        _ => throw new InvalidOperationException($"An invoice has no event {e.GetType().Name}"),
    };
}
