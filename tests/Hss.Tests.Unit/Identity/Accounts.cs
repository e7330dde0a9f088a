using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;

namespace Hss.Tests.Unit.Identity;

/// <summary>Accounts as the rules' tests need them.</summary>
internal static class Accounts
{
    public const string Id = "7b0f0d0e-7f53-4e53-9f2e-0d8f4f0c6a01";

    public const string Link = "https://hss.example/reset-password?token=the-token";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public static readonly ResetRequest Reset = new("hash-1", Link, Now + TimeSpan.FromMinutes(30));

    public static readonly CreateAccount Command = new(
        "ada@example.org", new("name", "email.1"), "ada", new("name", "username.1"), "Ada", "Lovelace", "verifier-1", [new("hss", "customer")], null);

    public static readonly AccountState None = new(Id);

    public static readonly AccountState Ada = After(None, AccountRules.Create(None, Command, Now));

    public static readonly AccountState Abandoned = After(None, AccountRules.Settle(None, Now));

    /// <summary>The state after a decision that must not be a refusal.</summary>
    public static AccountState After(AccountState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, AccountRules.Apply);
    }

    public static AccountState With(params ImmutableArray<RoleChange> roles) => After(None, AccountRules.Create(None, Command with { Roles = roles }, Now));

    /// <summary>The state after wrong passwords at these minutes.</summary>
    public static AccountState Failing(AccountState state, params IEnumerable<double> minutes) =>
        minutes.Aggregate(state, (s, m) => After(s, AccountRules.SignInFailed(s, 5, LockTime, Now.AddMinutes(m))));

    public static void AssertRefused(string code, Decision decision)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Events);
    }
}
