using Hss.Grains.Identity;

namespace Hss.Tests.Unit.Identity;

/// <summary>The roles of each system.</summary>
public sealed class SystemRolesTests
{
    [Theory]
    [InlineData("hss", "customer staff admin")]
    [InlineData("store", "customer support_agent sales_manager product_manager")]
    [InlineData("sams", "employee manager admin")]
    [InlineData("reservia", "user admin super")]
    [InlineData("luna", "STUDENT LIBRARIAN ADMIN")]
    [InlineData("platform", "user operator")]
    public void EachSystem_HasItsRoles_LowestFirst(string system, string roles)
    {
        Assert.Equal(roles.Split(' '), SystemRoles.Of(system));
        Assert.Equal(roles.Split(' ')[0], SystemRoles.Lowest(system));
        Assert.All(roles.Split(' '), role => Assert.True(SystemRoles.IsKnown(system, role)));
        Assert.True(SystemRoles.IsKnown(system, null));
        Assert.False(SystemRoles.IsKnown(system, ""));
        Assert.False(SystemRoles.IsKnown(system, "king"));
    }

    [Theory]
    [InlineData("mars")]
    [InlineData("HSS")]
    [InlineData("")]
    public void AnUnknownSystem_HasNoRoles(string system)
    {
        Assert.Empty(SystemRoles.Of(system));
        Assert.False(SystemRoles.IsKnown(system, "user"));
        Assert.False(SystemRoles.IsKnown(system, null));
    }

    [Fact]
    public void ARoleOfOneSystem_IsNoRoleOfAnother()
    {
        Assert.False(SystemRoles.IsKnown("hss", "operator"));
        Assert.False(SystemRoles.IsKnown("platform", "admin"));
        Assert.False(SystemRoles.IsKnown("sams", "customer"));
    }
}
