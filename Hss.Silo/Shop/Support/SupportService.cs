using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Events;
using Hss.Silo.Shop.Orders;

namespace Hss.Silo.Shop.Support;

/// <summary>Opens conversations and finds their grains; typing marks go past the journal.</summary>
public sealed class SupportService(IGrainFactory grains, LiveStream<TypingMark> typing, OrderQueries orders, TimeProvider time)
{
    // Orders that agents see with a conversation.
    private const int OrdersShown = 10;

    /// <summary>
    /// Opens a conversation for an account, or for a guest, who gets a secret. Its id follows from the operation, so a repeat finds the same one
    /// and gives the same answer, the secret included.
    /// </summary>
    /// <param name="account">The signed-in customer, or null: then name and e-mail are the guest's own words.</param>
    public async Task<Outcome<ConversationView>> Open(
        CallContext context,
        AccountView? account,
        string? guestName,
        string? guestEmail,
        string? message,
        ImmutableArray<ContextItem> cart,
        ImmutableArray<ContextItem> wishes,
        CancellationToken cancellation)
    {
        var known = account is null ? [] : await Orders(account.Id, cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var profile = account?.ProfileIn("store");
        var command = new OpenConversation(
            account?.Id,
            account is null ? Guid.NewGuid().ToString() : null,
            profile is null ? guestName : $"{profile.FirstName} {profile.LastName}".Trim(),
            account is null ? guestEmail : account.Email,
            message,
            new(cart, known, wishes, now));
        var seed = context.Operation is { } operation
            ? SHA256.HashData(Encoding.UTF8.GetBytes($"conversation {operation.Id}"))
            : RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
        return await Conversation(MessageId.Conversation(seed)).Open(context, command).ConfigureAwait(false);
    }

    /// <summary>The grain of a conversation.</summary>
    public IConversationGrain Conversation(string id) => grains.GetGrain<IConversationGrain>(ConversationKind.Instance.Key(id).ToString());

    /// <summary>Tells those who are connected that somebody types.</summary>
    public Task Types(string conversationId, string side) => typing.Publish(new(conversationId, side));

    /// <summary>Hears who types in a conversation.</summary>
    public Task<LiveListener<TypingMark>> WhenTyping(string conversationId, Func<TypingMark, Task> heard) =>
        typing.Listen(mark => mark.ConversationId == conversationId ? heard(mark) : Task.CompletedTask);

    private async Task<ImmutableArray<ContextOrder>> Orders(string account, CancellationToken cancellation)
    {
        var (newest, _) = await orders.List(account, [], OrdersShown, 0, cancellation).ConfigureAwait(false);
        return [.. newest.Select(o => new ContextOrder(
            long.Parse(o.Id, CultureInfo.InvariantCulture), o.Status, o.Price.Total, o.Lines.Sum(l => l.Quantity), o.CreatedAt))];
    }
}
