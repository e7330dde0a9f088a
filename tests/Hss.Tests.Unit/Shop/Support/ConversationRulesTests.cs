using Hss.Grains.Entities;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;

namespace Hss.Tests.Unit.Shop.Support;

public sealed class ConversationRulesTests
{
    private static readonly DateTimeOffset Now = Conversations.Start.AddHours(1);

    private static ConversationState ByGuest => Conversations.After(s => ConversationRules.Open(s, Conversations.ByGuest, Conversations.Start));

    private static ConversationState Claimed => Conversations.After(
        s => ConversationRules.Open(s, Conversations.ByGuest, Conversations.Start), s => ConversationRules.Claim(s, "agent-1", Now));

    private static ConversationState Closed => Conversations.After(
        s => ConversationRules.Open(s, Conversations.ByGuest, Conversations.Start), s => ConversationRules.Close(s, ConversationSide.Agent, "Solved", Now));

    private static PostMessage Says(string body) => new(ConversationSide.Customer, null, body, null);

    [Fact]
    public void Open_WithAFirstMessage_PostsItInTheSameCommit_AndKeepsOnlyTheTokensDigest()
    {
        var decision = ConversationRules.Open(new(Conversations.Id), Conversations.ByGuest, Now);

        var (opened, message) = (Assert.IsType<ConversationOpened>(decision.Events[0]), Assert.IsType<MessagePosted>(decision.Events[1]));
        Assert.Equal((ConversationSide.Customer, "My parcel is late"), (message.Side, message.Body));
        Assert.Equal(64, opened.TokenDigest!.Length);
        Assert.Equal(Now, opened.Context.CapturedAt);
    }

    [Fact]
    public void Open_WhenTheIdIsTaken_IsRefused() => Refused(RefusalCodes.Conflict, ConversationRules.Open(ByGuest, Conversations.ByAccount, Now));

    [Fact]
    public void Claim_GivesTheConversationToTheFirst_AndRefusesAllOthers()
    {
        Assert.Equal(("agent-1", ConversationStatus.Assigned), (Claimed.AgentId, Claimed.Status));
        foreach (var state in (ConversationState[])[Claimed, Closed, new(Conversations.Id)])
        {
            var refusal = ConversationRules.Claim(state, "agent-1", Now).Refusal!;
            Assert.Equal((RefusalCodes.Conflict, "Conversation already claimed or missing"), (refusal.Code, refusal.Message));
        }
    }

    [Fact]
    public void Post_WhenClosed_IsRefused() => Refused(ConversationCodes.Closed, ConversationRules.Post(Closed, Says("Hello?"), Now));

    [Fact]
    public void Post_WhenThereIsNoConversation_IsRefused() => Refused(RefusalCodes.NotFound, ConversationRules.Post(new(Conversations.Id), Says("Hello?"), Now));

    [Theory]
    [InlineData("", "Message body is required")]
    [InlineData(" \t\n", "Message body is required")]
    [InlineData("a\0b", "Message body must not contain NUL characters")]
    public void Post_OfNoText_IsRefused(string body, string message) => Assert.Equal(message, ConversationRules.Post(ByGuest, Says(body), Now).Refusal?.Message);

    [Fact]
    public void Post_OfTooLongAText_IsRefused_AndOfTheLongestAccepted()
    {
        Assert.Null(ConversationRules.Post(ByGuest, Says(new string('x', ConversationRules.MaxMessage)), Now).Refusal);
        Refused(ConversationCodes.Message, ConversationRules.Post(ByGuest, Says(new string('x', ConversationRules.MaxMessage + 1)), Now));
    }

    [Fact]
    public void Close_Twice_ChangesNothing_AndKeepsTheFirstNotes()
    {
        Assert.Same(Decision.Unchanged, ConversationRules.Close(Closed, ConversationSide.Customer, "Other", Now));
        Assert.Equal("Solved", Closed.ResolutionNotes);
        Refused(RefusalCodes.NotFound, ConversationRules.Close(new(Conversations.Id), ConversationSide.Agent, null, Now));
    }

    [Theory]
    [InlineData(null, false, Conversations.Token, ConversationSide.Customer)]
    [InlineData(null, false, "7c9e6679-7425-40de-944b-e07fc1f90ae8", null)]
    [InlineData(null, false, "", null)]
    [InlineData(null, false, null, null)]
    [InlineData("b2", false, null, null)]
    [InlineData("b2", false, Conversations.Token, ConversationSide.Customer)]
    [InlineData("agent-2", true, null, ConversationSide.Agent)]
    public void SideOf_AGuestsConversation(string? account, bool agent, string? token, string? side) =>
        Assert.Equal(side, ConversationRules.SideOf(ConversationViews.Of(ByGuest), account, agent, token));

    [Theory]
    [InlineData("a1", false, ConversationSide.Customer)]
    [InlineData("a1", true, ConversationSide.Customer)]
    [InlineData("b2", false, null)]
    [InlineData("b2", true, ConversationSide.Agent)]
    [InlineData(null, false, null)]
    public void SideOf_AnAccountsConversation_NeedsNoToken_AndKnowsNone(string? account, bool agent, string? side)
    {
        var view = ConversationViews.Of(Conversations.After(s => ConversationRules.Open(s, Conversations.ByAccount, Now)));
        Assert.Equal(side, ConversationRules.SideOf(view, account, agent, token: ""));
        Assert.Equal(side, ConversationRules.SideOf(view, account, agent, token: Conversations.Token));
    }

    [Fact]
    public void Events_AreForAgents_AndForTheCustomer()
    {
        var kind = ConversationKind.Instance;
        var e = new ConversationClaimed("agent-1", Now);
        Assert.Equal("store:support_agent", kind.Audience(ByGuest, e));
        Assert.Equal("a1 store:support_agent", kind.Audience(ByGuest with { CustomerId = "a1" }, e));
    }

    private static void Refused(string code, Decision decision)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Events);
    }
}
