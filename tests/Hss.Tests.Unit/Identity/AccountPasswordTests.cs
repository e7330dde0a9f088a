using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using static Hss.Tests.Unit.Identity.Accounts;

namespace Hss.Tests.Unit.Identity;

/// <summary>When a password may be tried, and how it is changed.</summary>
public sealed class AccountPasswordTests
{
    private static Decision Fail(AccountState state, double minutes, int limit = 5) => AccountRules.SignInFailed(state, limit, LockTime, Now.AddMinutes(minutes));

    [Fact]
    public void FiveFailuresIn15Minutes_LockFor15Minutes()
    {
        var four = Failing(Ada, 0, 1, 2, 3);
        Assert.Equal((4, null), (four.Failures.Length, four.LockedUntil));

        var locked = Failing(four, 14);
        Assert.Equal(Now.AddMinutes(29), locked.LockedUntil);
        Assert.Empty(locked.Failures);
        Assert.Equal((Now.AddMinutes(29), 0), (AccountViews.Credentials(locked).LockedUntil, AccountViews.Credentials(locked).RecentFailures));
    }

    [Fact]
    public void AFailure15MinutesAgo_CountsNoMore()
    {
        Assert.Null(Failing(Ada, 0, 1, 2, 3, 15).LockedUntil);
        Assert.Equal([Now.AddMinutes(1), Now.AddMinutes(2), Now.AddMinutes(3), Now.AddMinutes(15)], Failing(Ada, 0, 1, 2, 3, 15).Failures.ToArray());
        Assert.NotNull(Failing(Ada, 0, 1, 2, 3, 15, 15.5).LockedUntil);
    }

    [Fact]
    public void WhileLocked_NothingIsCounted_AndAfterwardsItBeginsAnew()
    {
        var locked = Failing(Ada, 0, 0, 0, 0, 0);

        Assert.Equal(Decision.Unchanged, Fail(locked, 14.99));
        var later = Failing(locked, 15);
        Assert.Equal(Now.AddMinutes(15), Assert.Single(later.Failures));
        Assert.NotNull(Failing(later, 16, 17, 18, 19).LockedUntil);
    }

    [Fact]
    public void TheFirstFailureLocks_WhenOneIsTheLimit() => Assert.Equal(Now + LockTime, After(Ada, Fail(Ada, 0, limit: 1)).LockedUntil);

    [Fact]
    public void WithoutALimit_NothingIsCounted() => Assert.Equal(Decision.Unchanged, Fail(Ada, 0, limit: 0));

    [Fact]
    public void SomebodyWhoIsNot_HasNoFailures()
    {
        Assert.Equal(Decision.Unchanged, Fail(None, 0));
        Assert.Equal(Decision.Unchanged, Fail(Abandoned, 0));
    }

    [Fact]
    public void ChangePassword_BeginsAnEpoch_KeepsOneSession_AndEndsLocksAndResets()
    {
        var before = Failing(After(Ada, AccountRules.RequestReset(Ada, Reset, Now)), 0, 0, 0, 0, 0);
        var after = After(before, AccountRules.ChangePassword(before, "verifier-2", "s1", Now.AddMinutes(1)));

        Assert.Equal(("verifier-2", 1, "s1", Now.AddMinutes(1)), (after.Verifier, after.CredentialEpoch, after.KeptSession, after.UpdatedAt));
        Assert.Equal((null, null, null, 0), (after.LockedUntil, after.ResetTokenHash, after.ResetExpiresAt, after.Failures.Length));
        AssertRefused(RefusalCodes.Invalid, AccountRules.ResetPassword(after, Reset.TokenHash, "verifier-3", Now.AddMinutes(1)));
    }

    [Fact]
    public void ChangePassword_ForgetsTheFailuresBefore()
    {
        var failing = Failing(Ada, 0, 0, 0, 0);
        var changed = After(failing, AccountRules.ChangePassword(failing, "verifier-2", null, Now));

        Assert.Null(Failing(changed, 0, 0, 0, 0).LockedUntil);
    }

    [Fact]
    public void RequestReset_MailsTheLink_AndKeepsOnlyTheHash()
    {
        var decision = AccountRules.RequestReset(Ada, Reset, Now);
        var state = After(Ada, decision);

        var effect = Assert.Single(decision.Effects);
        var mail = Assert.IsType<MailPayload>(effect.Payload);
        Assert.Equal((AccountRules.MailTarget, "ada@example.org"), (effect.Target, mail.To));
        Assert.Contains(Link, mail.Text, StringComparison.Ordinal);
        Assert.Equal((Reset.TokenHash, Reset.ExpiresAt), (state.ResetTokenHash, state.ResetExpiresAt));
        Assert.DoesNotContain("the-token", System.Text.Json.JsonSerializer.Serialize(state), StringComparison.Ordinal);
        Assert.Equal("verifier-1", state.Verifier);
    }

    [Fact]
    public void ResetPassword_ByTheMailedToken_WorksOnce_AndEndsEverySession()
    {
        var asked = Failing(After(Ada, AccountRules.RequestReset(Ada, Reset, Now)), 0, 0, 0, 0, 0) with { KeptSession = "s1" };
        var decision = AccountRules.ResetPassword(asked, Reset.TokenHash, "verifier-2", Now.AddMinutes(1));
        var state = After(asked, decision);

        Assert.True(Assert.IsType<PasswordChanged>(Assert.Single(decision.Events)).ByReset);
        Assert.Equal(("verifier-2", 1, null, null), (state.Verifier, state.CredentialEpoch, state.KeptSession, state.LockedUntil));
        AssertRefused(RefusalCodes.Invalid, AccountRules.ResetPassword(state, Reset.TokenHash, "verifier-3", Now.AddMinutes(1)));
    }

    [Theory]
    [InlineData("hash-1", 30 - 0.001, true)]
    [InlineData("hash-1", 30, false)]
    [InlineData("hash-1", 31, false)]
    [InlineData("hash-2", 0, false)]
    [InlineData("HASH-1", 0, false)]
    [InlineData("", 0, false)]
    public void ResetPassword_WorksOnlyWithTheRightTokenWithin30Minutes(string hash, double minutes, bool works)
    {
        var asked = After(Ada, AccountRules.RequestReset(Ada, Reset, Now));
        var decision = AccountRules.ResetPassword(asked, hash, "verifier-2", Now.AddMinutes(minutes));

        if (works)
            Assert.Equal("verifier-2", After(asked, decision).Verifier);
        else
            AssertRefused(RefusalCodes.Invalid, decision);
    }

    [Fact]
    public void ANewerReset_ReplacesTheOlder()
    {
        var asked = After(Ada, AccountRules.RequestReset(Ada, Reset, Now));
        var again = After(asked, AccountRules.RequestReset(asked, Reset with { TokenHash = "hash-2" }, Now));

        AssertRefused(RefusalCodes.Invalid, AccountRules.ResetPassword(again, "hash-1", "v", Now));
        Assert.Equal("v", After(again, AccountRules.ResetPassword(again, "hash-2", "v", Now)).Verifier);
    }

    [Fact]
    public void ResetPassword_OfSomebodyWhoIsNot_SaysTheSameAsAWrongToken()
    {
        var wrong = AccountRules.ResetPassword(Ada, "hash-1", "v", Now).Refusal;

        Assert.Equal(wrong, AccountRules.ResetPassword(None, "hash-1", "v", Now).Refusal);
        Assert.Equal(wrong, AccountRules.ResetPassword(Abandoned, "hash-1", "v", Now).Refusal);
    }
}
