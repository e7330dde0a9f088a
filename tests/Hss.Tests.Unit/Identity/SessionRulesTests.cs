using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Tests.Unit.Identity;

/// <summary>Rotation, reuse and end of sessions.</summary>
public sealed class SessionRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly OpenSession Command = new(Accounts.Id, 3, "hss", "curl/8", Week);
    private static readonly SessionState None = new("s1");
    private static readonly SessionState Opened = After(None, SessionRules.Open(None, Command, Now));
    private static readonly SessionState Ended = After(Opened, SessionRules.End(Opened, "signed_out", Now));

    private static SessionState After(SessionState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, SessionRules.Apply);
    }

    private static Decision Refresh(SessionState state, int generation, TimeSpan after) => SessionRules.Refresh(state, generation, Week, Now + after);

    private static SessionState Refreshed(SessionState state, TimeSpan after) => After(state, Refresh(state, state.Generation, after));

    private static void AssertEnds(Decision decision) => Assert.Equal(SessionRules.Reuse, Assert.IsType<SessionEnded>(Assert.Single(decision.Events)).Reason);

    [Fact]
    public void Open_BeginsWithTheFirstGeneration_For7Days()
    {
        Assert.Equal((Accounts.Id, 3, "hss", "curl/8", 1), (Opened.AccountId, Opened.CredentialEpoch, Opened.Mount, Opened.Agent, Opened.Generation));
        Assert.Equal((Now, Now, Now + Week, null), (Opened.OpenedAt, Opened.RefreshedAt, Opened.ExpiresAt, Opened.EndedReason));
    }

    [Fact]
    public void Open_Twice_IsRefused()
    {
        Accounts.AssertRefused(RefusalCodes.Conflict, SessionRules.Open(Opened, Command, Now));
        Accounts.AssertRefused(RefusalCodes.Conflict, SessionRules.Open(Ended, Command, Now));
    }

    [Fact]
    public void Refresh_RotatesAndGivesAnother7Days()
    {
        var state = Refreshed(Opened, TimeSpan.FromDays(6));

        Assert.Equal((2, Now.AddDays(6), Now.AddDays(13), Now), (state.Generation, state.RefreshedAt, state.ExpiresAt, state.OpenedAt));
    }

    [Fact]
    public void Refresh_AtTheEndOf7Days_IsRefused()
    {
        Assert.Equal(2, Refreshed(Opened, Week - TimeSpan.FromTicks(1)).Generation);
        Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(Opened, 1, Week));
    }

    [Fact]
    public void TheTokenJustReplaced_GetsItsSuccessorAgainFor10Seconds()
    {
        var state = Refreshed(Opened, TimeSpan.FromDays(1));

        Assert.Equal(Decision.Unchanged, Refresh(state, 1, TimeSpan.FromDays(1)));
        Assert.Equal(Decision.Unchanged, Refresh(state, 1, TimeSpan.FromDays(1) + TimeSpan.FromSeconds(10)));
        AssertEnds(Refresh(state, 1, TimeSpan.FromDays(1) + TimeSpan.FromSeconds(10) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void AnOlderToken_EndsTheSessionAtOnce()
    {
        var state = Refreshed(Refreshed(Opened, TimeSpan.Zero), TimeSpan.Zero);

        AssertEnds(Refresh(state, 1, TimeSpan.Zero));
    }

    [Fact]
    public void AfterReuse_NoTokenWorksAnyMore()
    {
        var state = Refreshed(Refreshed(Opened, TimeSpan.Zero), TimeSpan.Zero);
        var ended = After(state, Refresh(state, 1, TimeSpan.Zero));

        for (var generation = 0; generation <= 4; generation++)
            Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(ended, generation, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void ATokenThatWasNeverGiven_IsRefused_AndEndsNothing(int generation) =>
        Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(Opened, generation, TimeSpan.Zero));

    [Fact]
    public void Refresh_OfASessionThatIsNotOrHasEnded_IsRefused()
    {
        Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(None, 1, TimeSpan.Zero));
        Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(None, 0, TimeSpan.Zero));
        Accounts.AssertRefused(RefusalCodes.Unauthorized, Refresh(Ended, 1, TimeSpan.Zero));
    }

    [Fact]
    public void Renew_LetsASessionLiveOn_ByADayAtLeast_AndNeverOneThatIsOver()
    {
        Assert.Same(Decision.Unchanged, SessionRules.Renew(Opened, Week, Now.AddHours(23)));
        Assert.Equal(Now.AddDays(8), After(Opened, SessionRules.Renew(Opened, Week, Now.AddDays(1))).ExpiresAt);
        Accounts.AssertRefused(RefusalCodes.Unauthorized, SessionRules.Renew(Opened, Week, Now + Week));
        Accounts.AssertRefused(RefusalCodes.Unauthorized, SessionRules.Renew(Ended, Week, Now));
        Accounts.AssertRefused(RefusalCodes.Unauthorized, SessionRules.Renew(None, Week, Now));
    }

    [Fact]
    public void End_KeepsTheFirstReason_AndTwiceChangesNothing()
    {
        Assert.Equal("signed_out", Ended.EndedReason);
        Assert.Equal(Decision.Unchanged, SessionRules.End(Ended, "other", Now));
        Assert.Equal(Decision.Unchanged, SessionRules.End(None, "signed_out", Now));
    }

    [Theory]
    [InlineData(3, null, null, true)]
    [InlineData(4, null, null, false)]
    [InlineData(4, "s1", null, true)]
    [InlineData(4, "s2", null, false)]
    [InlineData(3, null, "hss", true)]
    [InlineData(3, null, "platform", false)]
    [InlineData(4, "s1", "platform", false)]
    public void ASession_IsBackedByAnActiveAccountWithThePasswordOfTheSignIn(int epoch, string? kept, string? inactive, bool backed)
    {
        var account = AccountViews.Of(Accounts.Ada with { CredentialEpoch = epoch, KeptSession = kept, Inactive = inactive is null ? [] : [inactive] });

        Assert.Equal(backed, SessionRules.IsBacked(Opened, account));
    }

    [Fact]
    public void Apply_OfAnEventOfAnotherKind_IsAFault() =>
        Assert.Throws<InvalidOperationException>(() => SessionRules.Apply(Opened, new RegistrationAbandoned(Now)));
}
