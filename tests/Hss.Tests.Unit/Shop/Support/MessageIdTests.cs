using Hss.Grains.Shop.Support;

namespace Hss.Tests.Unit.Shop.Support;

public sealed class MessageIdTests
{
    [Fact]
    public void AConversationsId_IsARandomUuid_WithRoomForTheNumbersOfItsMessages()
    {
        var id = MessageId.Conversation([.. Enumerable.Repeat((byte)0xFF, 32)]);

        Assert.Equal("ffffffff-ffff-4fff-bfff-ffff00000000", id);
        Assert.True(MessageId.TryConversation(id.ToUpperInvariant(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(uint.MaxValue)]
    public void AMessagesId_NamesItsConversationAndNumber(long version)
    {
        var id = MessageId.Of(Conversations.Id, version);

        Assert.True(MessageId.TryParse(id, out var conversation, out var number));
        Assert.Equal((Conversations.Id, version), (conversation, number));
        Assert.False(MessageId.TryConversation(id, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("00112233445546778899aabb00000000")]
    [InlineData("{00112233-4455-4677-8899-aabb00000000}")]
    [InlineData("00112233-4455-4677-8899-aabb0000000g")]
    [InlineData(" 00112233-4455-4677-8899-aabb00000000")]
    public void WhatIsNoUuid_IsNoId(string? text)
    {
        Assert.False(MessageId.TryParse(text, out _, out _));
        Assert.False(MessageId.TryConversation(text, out _));
    }
}
