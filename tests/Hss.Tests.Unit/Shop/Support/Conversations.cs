using Hss.Grains.Entities;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;

namespace Hss.Tests.Unit.Shop.Support;

/// <summary>Conversations for tests of their rules.</summary>
internal static class Conversations
{
    public const string Id = "00112233-4455-4677-8899-aabb00000000";
    public const string Token = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly ConversationContext Context = new(
        [new(1, "Classic Cotton T-Shirt", 29_99, 2, 59_98, "/t.png", "CT-1", "T-Shirts")],
        [new(7, "delivered", 74_78, 2, Start)],
        [new(2, "Slim Jeans", 79_99, null, null, null, null, null)],
        Start);

    public static readonly OpenConversation ByGuest = new(null, Token, "Gina", "gina@example.org", "My parcel is late", Context);

    public static readonly OpenConversation ByAccount = new("a1", null, "Ada Lovelace", "ada@example.org", null, Context);

    public static readonly StoredAttachment File = new("a b.png", "image/png", 1000, new string('a', 64), $"{Id}/0a1b2c3d_a_b.png");

    /// <summary>A conversation that these have happened to.</summary>
    public static ConversationState After(params Func<ConversationState, Decision>[] commands) => commands.Aggregate(
        ConversationKind.Instance.Initial(Id),
        (state, command) =>
        {
            var decision = command(state);
            Assert.Null(decision.Refusal);
            return decision.Events.Aggregate(state, ConversationRules.Apply);
        });
}
