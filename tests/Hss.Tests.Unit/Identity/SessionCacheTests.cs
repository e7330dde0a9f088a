using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;
using Hss.Tests.Shared;

namespace Hss.Tests.Unit.Identity;

public sealed class SessionCacheTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _asked = [];
    private readonly SessionCache _sessions;
    private Func<AccountView?> _answer = () => Account("a1");

    public SessionCacheTests() => _sessions = Cache(SessionCache.Most);

    [Fact]
    public async Task AnAnswer_CountsForHalfASecond_FromTheQuestionOn()
    {
        Assert.NotNull(await _sessions.Check("s1"));
        _answer = () => null;
        _time.Advance(SessionCache.Most - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await _sessions.Check("s1"));
        Assert.Single(_asked);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await _sessions.Check("s1"));
        Assert.True(SessionCache.Most <= TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task WhereTheSessionIsInTheProcess_ItIsAskedEveryTime()
    {
        var sessions = Cache(TimeSpan.Zero);
        Assert.NotNull(await sessions.Check("s1"));
        _answer = () => null;
        Assert.Null(await sessions.Check("s1"));
    }

    [Theory]
    [InlineData("s1")]
    [InlineData("a1")]
    public async Task WhatThisProcessChanges_CountsAtOnce(string changing)
    {
        await _sessions.Check("s1");
        _sessions.Changing(changing);
        Assert.NotNull(await _sessions.Check("s1"));
        _answer = () => null;
        Assert.Null(await _sessions.Check("s1"));
    }

    [Fact]
    public async Task AnEndedSession_IsNotRemembered()
    {
        _answer = () => null;
        Assert.Null(await _sessions.Check("s1"));
        _answer = () => Account("a1");
        Assert.NotNull(await _sessions.Check("s1"));
        await _sessions.Check("s2");
        Assert.Equal(["s1", "s1", "s2"], _asked);
    }

    [Fact]
    public async Task AFault_IsNoAnswer()
    {
        _answer = () => throw new JournalException(JournalFault.Busy, "away");
        await Assert.ThrowsAsync<JournalException>(async () => await _sessions.Check("s1"));
        _answer = () => Account("a1");
        Assert.NotNull(await _sessions.Check("s1"));
    }

    private SessionCache Cache(TimeSpan keep) => new(
        id =>
        {
            _asked.Add(id);
            return Task.FromResult(_answer());
        },
        keep,
        _time);

    private static AccountView Account(string id) => Hss.Grains.Identity.AccountViews.Of(Hss.Grains.Identity.AccountKind.Instance.Initial(id));
}
