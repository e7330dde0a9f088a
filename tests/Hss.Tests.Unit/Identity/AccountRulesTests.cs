using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using static Hss.Tests.Unit.Identity.Accounts;

namespace Hss.Tests.Unit.Identity;

/// <summary>Who exists, and which roles count.</summary>
public sealed class AccountRulesTests
{
    [Fact]
    public void Create_MakesAnActiveAccountWithItsRolesAndNames()
    {
        Assert.Equal((AccountRules.Active, "ada@example.org", "verifier-1", 0), (Ada.Status, Ada.Email, Ada.Verifier, Ada.CredentialEpoch));
        Assert.Equal([new("name", "email.1"), new("name", "username.1")], Ada.Names.ToArray());
        Assert.Equal(new Dictionary<string, string> { ["hss"] = "customer" }, Ada.Roles);
        Assert.Equal((Now, Now), (Ada.CreatedAt, Ada.UpdatedAt));
    }

    [Fact]
    public void Create_WithoutAUsername_OwnsTheEmailOnly() =>
        Assert.Equal(new EntityKey("name", "email.1"), Assert.Single(After(None, AccountRules.Create(None, Command with { UsernameName = null }, Now)).Names));

    [Fact]
    public void Create_UnderAnIdThatIsTaken_IsRefused()
    {
        var decision = AccountRules.Create(Ada, Command, Now);

        AssertRefused(RefusalCodes.Conflict, decision);
        Assert.Equal("The account exists", decision.Refusal!.Message);
    }

    [Fact]
    public void Create_AfterTheRegistrationWasGivenUp_IsRefusedForEver()
    {
        var decision = AccountRules.Create(Abandoned, Command, Now.AddYears(1));

        AssertRefused(RefusalCodes.Conflict, decision);
        Assert.Equal("The registration took too long; try again", decision.Refusal!.Message);
        Assert.False(Abandoned.Exists);
    }

    [Fact]
    public void Settle_GivesUpAnUndecidedRegistrationOnce_AndNeverAnAccount()
    {
        Assert.Equal(AccountRules.Abandoned, Abandoned.Status);
        Assert.Equal(Decision.Unchanged, AccountRules.Settle(Abandoned, Now));
        Assert.Equal(Decision.Unchanged, AccountRules.Settle(Ada, Now));
    }

    public static TheoryData<string, Func<AccountState, Decision>> Commands => new()
    {
        { "SetRoles", s => AccountRules.SetRoles(s, "op", [new("hss", "staff")], Now) },
        { "SetRoles of an unknown one", s => AccountRules.SetRoles(s, "op", [new("mars", "king")], Now) },
        { "SetActive", s => AccountRules.SetActive(s, "op", "hss", active: false, Now) },
        { "ChangePassword", s => AccountRules.ChangePassword(s, "v", null, Now) },
        { "RequestReset", s => AccountRules.RequestReset(s, Reset, Now) },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Everything_OnAnAccountThatIsNot_IsNotFound(string name, Func<AccountState, Decision> command)
    {
        Assert.NotEmpty(name);
        AssertRefused(RefusalCodes.NotFound, command(None));
        AssertRefused(RefusalCodes.NotFound, command(Abandoned));
    }

    [Fact]
    public void SetRoles_GivesAndTakes_AndTwiceChangesNothing()
    {
        ImmutableArray<RoleChange> changes = [new("hss", "staff"), new("platform", "operator")];
        var given = After(Ada, AccountRules.SetRoles(Ada, "op", changes, Now.AddMinutes(1)));

        Assert.Equal(new Dictionary<string, string> { ["hss"] = "staff", ["platform"] = "operator" }, given.Roles);
        Assert.Equal(Now.AddMinutes(1), given.UpdatedAt);
        Assert.Equal(Decision.Unchanged, AccountRules.SetRoles(given, "op", changes, Now));

        var taken = After(given, AccountRules.SetRoles(given, "op", [new("hss", null)], Now));
        Assert.Equal(["platform"], taken.Roles.Keys);
        Assert.Equal(Decision.Unchanged, AccountRules.SetRoles(taken, "op", [new("hss", null)], Now));
        Assert.Equal(Decision.Unchanged, AccountRules.SetRoles(taken, "op", [], Now));
    }

    [Fact]
    public void SetRoles_WritesOnlyWhatReallyChanges()
    {
        var decision = AccountRules.SetRoles(Ada, "op", [new("hss", "customer"), new("store", null), new("luna", "STUDENT")], Now);

        Assert.Equal([new("luna", "STUDENT")], Assert.IsType<RolesChanged>(Assert.Single(decision.Events)).Changes.ToArray());
    }

    [Theory]
    [InlineData("hss", "king", "roles.hss", "must be one of ['customer', 'staff', 'admin']")]
    [InlineData("hss", "Staff", "roles.hss", "must be one of ['customer', 'staff', 'admin']")]
    [InlineData("hss", "", "roles.hss", "must be one of ['customer', 'staff', 'admin']")]
    [InlineData("luna", "student", "roles.luna", "must be one of ['STUDENT', 'LIBRARIAN', 'ADMIN']")]
    [InlineData("mars", "user", "roles.mars", "is no system")]
    [InlineData("mars", null, "roles.mars", "is no system")]
    public void SetRoles_OfAnUnknownSystemOrRole_RefusesAllOfThem(string system, string? role, string field, string message)
    {
        var decision = AccountRules.SetRoles(Ada, "op", [new("hss", "staff"), new(system, role)], Now);

        AssertRefused(RefusalCodes.Invalid, decision);
        Assert.Equal(new Fault(field, message), Assert.Single(decision.Refusal!.Details));
    }

    [Fact]
    public void SetActive_SwitchesOneMembership_AndTheRoleComesBackWithIt()
    {
        var state = With(new("hss", "staff"), new("platform", "user"));
        var off = After(state, AccountRules.SetActive(state, "op", "hss", active: false, Now));

        Assert.Equal((AccountRules.Active, "hss"), (off.Status, Assert.Single(off.Inactive)));
        Assert.Equal([new("platform", "user")], AccountViews.Of(off).Roles.ToArray());
        Assert.Equal(Decision.Unchanged, AccountRules.SetActive(off, "op", "hss", active: false, Now));

        var on = After(off, AccountRules.SetActive(off, "op", "hss", active: true, Now));
        Assert.Equal("staff", AccountViews.Of(on).RoleIn("hss"));
        Assert.Empty(on.Inactive);
        Assert.Equal(Decision.Unchanged, AccountRules.SetActive(on, "op", "hss", active: true, Now));
    }

    [Fact]
    public void SetActive_OfThePlatform_SwitchesTheWholeAccount()
    {
        var off = After(Ada, AccountRules.SetActive(Ada, "op", AccountRules.Platform, active: false, Now));

        Assert.Equal((AccountRules.Inactive, true), (off.Status, off.Exists));
        Assert.Equal(AccountRules.Active, After(off, AccountRules.SetActive(off, "op", AccountRules.Platform, active: true, Now)).Status);
    }

    [Fact]
    public void AnOffAccount_StillTakesRolesAndPasswords()
    {
        var off = After(Ada, AccountRules.SetActive(Ada, "op", AccountRules.Platform, active: false, Now));

        Assert.Equal("staff", After(off, AccountRules.SetRoles(off, "op", [new("hss", "staff")], Now)).Roles["hss"]);
        Assert.Equal("v", After(off, AccountRules.ChangePassword(off, "v", null, Now)).Verifier);
    }

    [Fact]
    public void Apply_OfAnEventOfAnotherKind_IsAFault() =>
        Assert.Throws<InvalidOperationException>(() => AccountRules.Apply(Ada, new SessionEnded("x", Now)));
}
