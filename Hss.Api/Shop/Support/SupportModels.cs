using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>A conversation to open. Name and e-mail count for guests; with an account they are the account's.</summary>
public sealed record OpenConversationBody
{
    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? GuestName { get; init; }

    /// <summary>Where an answer reaches a guest later.</summary>
    [BlankOrEmail]
    public string? GuestEmail { get; init; }

    /// <summary>What the customer says first, up to 4000 characters.</summary>
    [StringLength(ConversationRules.MaxMessage)]
    public string? InitialMessage { get; init; }

    /// <summary>What is in the cart.</summary>
    [Length(0, 200)]
    public ImmutableArray<CartItemBody>? CartItems { get; init; }

    /// <summary>What is on the wish list.</summary>
    [Length(0, 200)]
    public ImmutableArray<WishItemBody>? WishListItems { get; init; }
}

/// <summary>A product as the customer's program shows it.</summary>
public record WishItemBody
{
    private const double MaxAmount = 100_000_000;

    /// <summary>The product.</summary>
    [Required, Range(1, int.MaxValue)]
    public int? ProductId { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [Required, StringLength(200)]
    public string? Name { get; init; }

    /// <summary>Of one.</summary>
    [Required, Range(0, MaxAmount)]
    public decimal? Price { get; init; }

    /// <summary>Where its picture is.</summary>
    [StringLength(500)]
    public string? Image { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? Model { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? Category { get; init; }

    /// <summary>For the conversation's context. Programs compute with binary fractions, so amounts are rounded, not refused.</summary>
    public virtual ContextItem ToItem() => new(ProductId!.Value, Name!.Trim(), Cents(Price!.Value), null, null, Image, Model, Category);

    /// <summary>An amount in cents, half away from zero.</summary>
    protected static long Cents(decimal units) => Money.FromUnits(decimal.Round(units, 2, MidpointRounding.AwayFromZero));
}

/// <summary>Units of a product in the cart.</summary>
public sealed record CartItemBody : WishItemBody
{
    private const double MaxAmount = 100_000_000_000;

    /// <summary>How many.</summary>
    [Required, Range(1, 1_000_000)]
    public int? Quantity { get; init; }

    /// <summary>Of all of them; price x quantity when absent.</summary>
    [Range(0, MaxAmount)]
    public decimal? TotalPrice { get; init; }

    /// <inheritdoc />
    public override ContextItem ToItem()
    {
        var item = base.ToItem();
        return item with { Quantity = Quantity, TotalPrice = TotalPrice is { } total ? Cents(total) : item.Price * Quantity };
    }
}

/// <summary>How a conversation ended.</summary>
public sealed record CloseConversationBody
{
    /// <summary>What came out, up to 2000 characters.</summary>
    [StringLength(ConversationRules.MaxNotes)]
    public string? ResolutionNotes { get; init; }
}

/// <summary>An e-mail address, or nothing: forms send empty fields.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlankOrEmailAttribute : ValidationAttribute
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string text || string.IsNullOrWhiteSpace(text) || EmailAttribute.IsEmail(text);
}

/// <summary>A conversation in the queue.</summary>
public record ConversationSummary(
    string Id,
    string Status,
    string? CustomerId,
    string? AssignedAgentId,
    string? GuestName,
    string? GuestEmail,
    DateTimeOffset? LastMessageAt,
    DateTimeOffset CreatedAt)
{
    /// <summary>The summary of a conversation.</summary>
    public static ConversationSummary Of(ConversationView c) =>
        new(c.Id, c.Status, c.CustomerId, c.AgentId, c.GuestName, c.GuestEmail, c.LastMessageAt, c.CreatedAt);
}

/// <summary>The queue.</summary>
public sealed record QueueAnswer(ImmutableArray<ConversationSummary> Conversations);

/// <summary>A whole conversation.</summary>
/// <param name="ConversationToken">The guest's secret, only to who has it.</param>
/// <param name="Messages">The newest ones, oldest first.</param>
public sealed record ConversationAnswer(
    string Id,
    string Status,
    string? CustomerId,
    string? ConversationToken,
    string? AssignedAgentId,
    string? GuestName,
    string? GuestEmail,
    DateTimeOffset? LastMessageAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    string? ResolutionNotes,
    ContextAnswer? ContextSnapshot,
    ImmutableArray<MessageAnswer> Messages)
{
    /// <summary>The answer for a conversation.</summary>
    /// <param name="token">The secret that the caller showed, or null.</param>
    public static ConversationAnswer Of(ConversationView c, string? token, ConversationContext? context, ImmutableArray<MessageView> messages) => new(
        c.Id,
        c.Status,
        c.CustomerId,
        c.Token ?? (c.TokenDigest is null ? null : token),
        c.AgentId,
        c.GuestName,
        c.GuestEmail,
        c.LastMessageAt,
        c.CreatedAt,
        c.UpdatedAt,
        c.ClosedAt,
        c.ResolutionNotes,
        ContextAnswer.Of(context),
        [.. messages.Select(MessageAnswer.Of)]);
}

/// <summary>What the customer had before them.</summary>
public sealed record ContextAnswer(
    ImmutableArray<CartItemAnswer> CartItems, ImmutableArray<OrderSummaryAnswer> OrdersSummary, ImmutableArray<WishItemAnswer> WishListItems, DateTimeOffset CapturedAt)
{
    /// <summary>The answer for a context.</summary>
    public static ContextAnswer? Of(ConversationContext? context) => context is null ? null : new(
        [.. context.CartItems.Select(i => new CartItemAnswer(
            i.ProductId, i.Name, Money.ToUnits(i.Price), i.Quantity ?? 1, Money.ToUnits(i.TotalPrice ?? i.Price), i.Image, i.Model, i.Category))],
        [.. context.Orders.Select(o => new OrderSummaryAnswer(o.OrderId, o.OrderId, o.Status, Money.ToUnits(o.Total), o.Items, o.CreatedAt))],
        [.. context.WishListItems.Select(i => new WishItemAnswer(i.ProductId, i.Name, Money.ToUnits(i.Price), i.Image, i.Model, i.Category))],
        context.CapturedAt);
}

/// <summary>Units of a product in the cart.</summary>
public sealed record CartItemAnswer(
    long ProductId, string Name, decimal Price, int Quantity, decimal TotalPrice, string? Image, string? Model, string? Category);

/// <summary>A product on the wish list.</summary>
public sealed record WishItemAnswer(long ProductId, string Name, decimal Price, string? Image, string? Model, string? Category);

/// <summary>One of the customer's orders.</summary>
/// <param name="ItemCount">Units in all lines.</param>
public sealed record OrderSummaryAnswer(long Id, long OrderId, string Status, decimal TotalAmount, long ItemCount, DateTimeOffset CreatedAt);

/// <summary>A message.</summary>
/// <param name="Status"><c>delivered</c>: it is stored, and whoever takes part gets it.</param>
public sealed record MessageAnswer(
    string Id,
    string ConversationId,
    string SenderRole,
    string? SenderId,
    string? Body,
    string Status,
    DateTimeOffset CreatedAt,
    AttachmentAnswer? Attachment)
{
    private const string Delivered = "delivered";

    /// <summary>The answer for a message.</summary>
    public static MessageAnswer Of(MessageView m) => new(
        m.Id,
        m.ConversationId,
        m.Side,
        m.SenderId,
        m.Body,
        Delivered,
        m.At,
        m.Attachment is { } file ? new(m.Id, file.FileName, file.MimeType, file.Size, m.At) : null);
}

/// <summary>A file that came with a message.</summary>
public sealed record AttachmentAnswer(string Id, string Filename, string MimeType, long SizeBytes, DateTimeOffset CreatedAt);
