using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using static Hss.Tests.Unit.Identity.Accounts;

namespace Hss.Tests.Unit.Identity;

/// <summary>What each system knows of its member, and how members are made.</summary>
public sealed class ProfileTests
{
    private static readonly ProfileChange Quay = new("store", null, "Byron", [new("address", "1 Quay"), new("tax_id", "11")]);

    private static readonly AccountState Shopper = After(Ada, AccountRules.Join(Ada, "store", "customer", Quay, Now));

    [Fact]
    public void Join_GivesTheRole_AndNotesWhatTheSystemKnows()
    {
        var view = AccountViews.Of(Shopper);

        Assert.Equal("customer", view.RoleIn("store"));
        var profile = view.ProfileIn("store");
        Assert.Equal(("Ada", "Byron", "1 Quay", "11"), (profile.FirstName, profile.LastName, profile["address"], profile["tax_id"]));
    }

    [Fact]
    public void ASystemThatKnowsNothing_HasTheAccountsNames()
    {
        var profile = AccountViews.Of(Shopper).ProfileIn("hss");

        Assert.Equal(("Ada", "Lovelace", null), (profile.FirstName, profile.LastName, profile["address"]));
    }

    [Fact]
    public void Join_OfAMember_IsRefused_AndKeepsTheRole() =>
        Assert.Equal(RefusalCodes.Conflict, AccountRules.Join(Shopper, "store", "product_manager", null, Now).Refusal?.Code);

    [Fact]
    public void Join_OfAnUnknownRole_IsRefused() =>
        Assert.Equal(RefusalCodes.Invalid, AccountRules.Join(Ada, "store", "king", null, Now).Refusal?.Code);

    [Fact]
    public void Join_OfNobody_IsRefused() =>
        Assert.Equal(RefusalCodes.NotFound, AccountRules.Join(None, "store", "customer", null, Now).Refusal?.Code);

    [Fact]
    public void SetProfile_ChangesWhatItNames_AndNotesOnlyThat()
    {
        var decision = AccountRules.SetProfile(Shopper, new("store", "Augusta", "Byron", [new("address", "2 Quay"), new("tax_id", "11")]), Now);

        var changed = Assert.IsType<ProfileChanged>(Assert.Single(decision.Events));
        Assert.Equal(("Augusta", null), (changed.FirstName, changed.LastName));
        Assert.Equal([new StoredField("address", "2 Quay")], changed.Fields.AsEnumerable());
        var profile = AccountViews.Of(After(Shopper, decision)).ProfileIn("store");
        Assert.Equal(("Augusta", "Byron", "2 Quay", "11"), (profile.FirstName, profile.LastName, profile["address"], profile["tax_id"]));
    }

    [Fact]
    public void SetProfile_ToWhatIs_ChangesNothing() => Assert.Same(Decision.Unchanged, AccountRules.SetProfile(Shopper, Quay, Now));

    [Fact]
    public void ANumberThatWasGiven_Stays()
    {
        var first = After(Shopper, AccountRules.SetProfile(Shopper, new("reservia", null, null, [new("number", "7")]), Now));
        var second = AccountRules.SetProfile(first, new("reservia", null, null, [new("number", "8"), new("priority", "9")]), Now);
        Assert.Equal(("7", "9"), (AccountViews.Of(After(first, second)).ProfileIn("reservia")["number"], AccountViews.Of(After(first, second)).ProfileIn("reservia")["priority"]));
        Assert.Same(Decision.Unchanged, AccountRules.SetProfile(first, new("reservia", null, null, [new("number", "8")]), Now));
    }

    [Fact]
    public void SetProfile_ToNothing_TakesAFieldAway() =>
        Assert.Null(AccountViews.Of(After(Shopper, AccountRules.SetProfile(Shopper, new("store", null, null, [new("address", null)]), Now))).ProfileIn("store")["address"]);

    [Fact]
    public void AProfile_IsOfOneSystem()
    {
        var state = After(Shopper, AccountRules.SetProfile(Shopper, new("sams", "A.", null, []), Now));

        Assert.Equal("Ada", AccountViews.Of(state).ProfileIn("store").FirstName);
        Assert.Equal("Ada", state.FirstName);
    }

    [Theory]
    [InlineData("user")]
    [InlineData(null)]
    public void AnOperator_CannotGiveUpTheirOwnRole(string? role)
    {
        var state = With(new RoleChange(AccountRules.Platform, AccountRules.Operator));

        Assert.Equal(RefusalCodes.Conflict, AccountRules.SetRoles(state, state.Id, [new(AccountRules.Platform, role)], Now).Refusal?.Code);
        Assert.Null(AccountRules.SetRoles(state, "another", [new(AccountRules.Platform, role)], Now).Refusal);
    }

    [Fact]
    public void AnOperator_CannotSwitchThemselvesOff()
    {
        var state = With(new RoleChange(AccountRules.Platform, AccountRules.Operator));

        Assert.Equal(RefusalCodes.Conflict, AccountRules.SetActive(state, state.Id, AccountRules.Platform, active: false, Now).Refusal?.Code);
        Assert.Null(AccountRules.SetActive(state, "another", AccountRules.Platform, active: false, Now).Refusal);
    }
}
