using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Orders;
using Hss.Interfaces.Shop;
using Hss.Interfaces.Shop.Invoices;
using Hss.Silo.Effects;
using Hss.Silo.Identity;
using Hss.Silo.Mail;
using Hss.Silo.Shop.Orders;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Shop.Invoices;

/// <summary>Makes the invoice of a placed order and mails it.</summary>
public sealed class InvoiceMailHandler(OrderQueries orders, InvoiceService invoices, CustomerMail mail, EntityCodec codec) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.OrderPlaced;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var id = codec.Decode<OrderReference>(effect.Source, effect.Payload).OrderId;
        // Whoever took it out of all lists since wants no mail about it.
        if (await orders.Find(id).ConfigureAwait(false) is not { } order)
            return;
        var invoice = await invoices.Of(order).ConfigureAwait(false);
        await mail.Send(effect.Id, order, $"Invoice {invoice.Number} for your order {id}", Text(invoice), cancellation, InvoiceFile.Attachment(invoice)).ConfigureAwait(false);
    }

    private static string Text(InvoiceView invoice) =>
        $"""
        Hello {invoice.Content.CustomerName},

        thank you for your order {invoice.Content.OrderId}. Its total is ${Money.ToText(invoice.Content.Amounts.Total)}.
        The invoice {invoice.Number} is attached.

        Fashion Store

        """;
}

/// <summary>Tells a customer what was decided about their refund.</summary>
public sealed class RefundMailHandler(OrderService orders, CustomerMail mail, EntityCodec codec) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.RefundDecided;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var decided = codec.Decode<RefundDecided>(effect.Source, effect.Payload);
        if (await orders.Order(decided.OrderId).Get().ConfigureAwait(false) is { } order)
            await mail.Send(effect.Id, order, $"Your refund for order {order.Id} was {Word(decided)}", Text(order, decided), cancellation).ConfigureAwait(false);
    }

    private static string Word(RefundDecided decided) => decided.Approved ? "approved" : "rejected";

    private static string Text(OrderView order, RefundDecided decided) =>
        $"""
        Hello {order.CustomerName},

        your refund for order {order.Id} was {Word(decided)}.{(decided.Approved ? $"\nAmount: ${Money.ToText(decided.Amount)}" : "")}{(decided.Notes is { Length: > 0 } notes ? $"\nNotes: {notes}" : "")}

        Fashion Store

        """;
}

/// <summary>Mails to the customers of orders.</summary>
public sealed class CustomerMail(IdentityService identity, IMailSender mails, ILogger<CustomerMail> log)
{
    /// <summary>Sends to the address that the account has now.</summary>
    public async Task Send(
        string effectId, OrderView order, string subject, string text, CancellationToken cancellation, params ImmutableArray<Attachment> attachments)
    {
        if (await identity.Account(order.CustomerId).Get().ConfigureAwait(false) is { } account)
            await mails.Send(new(effectId, account.Email, order.CustomerName, subject, text) { Attachments = attachments }, cancellation).ConfigureAwait(false);
        else
            log.LogWarning("Order {Order} has no account to mail to", order.Id);
    }
}
