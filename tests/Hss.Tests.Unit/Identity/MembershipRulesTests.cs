using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using static Hss.Tests.Unit.Identity.Accounts;

namespace Hss.Tests.Unit.Identity;

/// <summary>How memberships change and end.</summary>
public sealed class MembershipRulesTests
{
    private static readonly ProfileChange Desk = new("sams", "Kim", "Min", [new("department", "R&D")]);

    private static AccountState Member => After(Ada, AccountRules.Join(Ada, "sams", "employee", Desk, Now));

    [Fact]
    public void ChangeMember_ChangesWhatIsNamed_InOneDecision()
    {
        var decision = AccountRules.ChangeMember(Member, new("sams", "manager", false, new("sams", null, null, [new("department", "IT")])), Now);
        var view = AccountViews.Of(After(Member, decision));

        Assert.Equal((null, "manager", "manager"), (view.RoleIn("sams"), view.MembershipIn("sams"), view.Suspended.Single().Role));
        Assert.Equal(("Kim", "IT"), (view.ProfileIn("sams").FirstName, view.ProfileIn("sams")["department"]));
        Assert.Equal("customer", view.RoleIn("hss"));
    }

    [Fact]
    public void ChangeMember_ToWhatIs_ChangesNothing() =>
        Assert.Empty(AccountRules.ChangeMember(Member, new("sams", "employee", true, Desk), Now).Events);

    [Fact]
    public void ChangeMember_OfSomebodyElse_OrToAnUnknownRole_IsRefused()
    {
        AssertRefused(RefusalCodes.NotFound, AccountRules.ChangeMember(Ada, new("sams", "manager", null, null), Now));
        AssertRefused(RefusalCodes.NotFound, AccountRules.ChangeMember(None, new("sams", "manager", null, null), Now));
        AssertRefused(RefusalCodes.Invalid, AccountRules.ChangeMember(Member, new("sams", "king", null, null), Now));
    }

    [Fact]
    public void Leave_TakesTheRoleAndTheProfile_AndEndsAllSessions()
    {
        var decision = AccountRules.Leave(Member, "sams", Now);
        var left = After(Member, decision);

        Assert.Empty(decision.Effects);
        Assert.Equal((AccountRules.Active, null, "customer"), (left.Status, AccountViews.Of(left).MembershipIn("sams"), AccountViews.Of(left).RoleIn("hss")));
        Assert.Equal("Ada", AccountViews.Of(left).ProfileIn("sams").FirstName);
        Assert.Equal((Member.CredentialEpoch + 1, null), (left.CredentialEpoch, left.KeptSession));
        AssertRefused(RefusalCodes.NotFound, AccountRules.Leave(left, "sams", Now));
    }

    [Fact]
    public void Leave_OfTheLastRole_DeletesTheAccount_AndLetsItsNamesGo()
    {
        var decision = AccountRules.Leave(Ada, "hss", Now);
        var gone = After(Ada, decision);

        Assert.Equal(Ada.Names.Select(n => new LetGo(n)), decision.Effects.Select(e => e.Payload));
        Assert.Equal((AccountRules.Deleted, false, null), (gone.Status, gone.Exists, gone.Verifier));
        Assert.Empty(AccountRules.Settle(gone, Now).Events);
        AssertRefused(RefusalCodes.NotFound, AccountRules.Join(gone, "hss", "customer", null, Now));
        AssertRefused(RefusalCodes.Conflict, AccountRules.Create(gone, Command, Now));
    }

    [Fact]
    public void Join_AfterLeavingSwitchedOff_IsSwitchedOn()
    {
        var off = After(Member, AccountRules.SetActive(Member, "op", "sams", active: false, Now));
        var left = After(off, AccountRules.Leave(off, "sams", Now));
        Assert.Equal("employee", AccountViews.Of(After(left, AccountRules.Join(left, "sams", "employee", null, Now))).RoleIn("sams"));

        var taken = After(off, AccountRules.SetRoles(off, "op", [new("sams", null)], Now));
        Assert.Equal("manager", AccountViews.Of(After(taken, AccountRules.Join(taken, "sams", "manager", null, Now))).RoleIn("sams"));
    }

    [Fact]
    public void Index_OfAMember_HasNameEmailAndDepartment_EachOnALineOfItsOwn_AndNothingElse()
    {
        var state = After(Member, AccountRules.SetProfile(Member, new("sams", null, null, [new("employee_id", "E-7")]), Now));
        var index = AccountKind.Instance.Index(state);

        Assert.Equal("kim min\nada@example.org\nr&d", index.Search);
        Assert.Equal("""{"sams_role":"employee","sams_active":"true"}""", index.Facets);
        var off = AccountKind.Instance.Index(After(state, AccountRules.SetActive(state, "op", AccountRules.Platform, active: false, Now)));
        Assert.Equal("""{"sams_role":"employee","sams_active":"false"}""", off.Facets);
        Assert.Equal((null, null), (AccountKind.Instance.Index(Ada).Search, AccountKind.Instance.Index(Ada).Facets));
    }
}
