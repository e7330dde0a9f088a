using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Robots.Waypoints;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Robots;

public sealed class WaypointRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Name = new("name", "luna_waypoint_name.1");
    private static readonly EntityKey OtherName = new("name", "luna_waypoint_name.2");
    private static readonly EntityKey Code = new("name", "luna_waypoint_code.1");
    private static readonly WaypointFacts Desk = new("Main desk", "DESK", new(1, 2, 3), null, true);
    private static readonly WaypointFacts Other = new("Gate", "GATE", new(7, 8, 9), "{}", false);

    private static WaypointState None => new("w1");

    private static WaypointState Made => Fold(None, WaypointRules.Create(None, Desk, Name, Code, Now));

    private static WaypointState Fold(WaypointState state, Decision decision) => decision.Events.Aggregate(state, WaypointRules.Apply);

    private static Decision Change(WaypointState state, WaypointNames names, params ImmutableArray<string> fields) =>
        WaypointRules.Change(state, Other, fields, names, Now);

    [Theory]
    [InlineData("name", "Gate", "DESK", 1, 2, 3, null, true)]
    [InlineData("location_code", "Main desk", "GATE", 1, 2, 3, null, true)]
    [InlineData("x_coordinate", "Main desk", "DESK", 7, 2, 3, null, true)]
    [InlineData("y_coordinate", "Main desk", "DESK", 1, 8, 3, null, true)]
    [InlineData("z_coordinate", "Main desk", "DESK", 1, 2, 9, null, true)]
    [InlineData("metadata", "Main desk", "DESK", 1, 2, 3, "{}", true)]
    [InlineData("is_active", "Main desk", "DESK", 1, 2, 3, null, false)]
    public void Change_ChangesWhatIsNamed(string field, string name, string code, double x, double y, double z, string? metadata, bool active) =>
        Assert.Equal(new(name, code, new(x, y, z), metadata, active), Fold(Made, Change(Made, new(null, null), field)).Facts);

    [Fact]
    public void ANewName_LetsTheOldOneGo()
    {
        var decision = Change(Made, new(OtherName, null), "name");
        Assert.Equal(LetGo.Of(Name), Assert.Single(decision.Effects));
        var renamed = Fold(Made, decision);
        Assert.True(renamed.Owns(OtherName) && renamed.Owns(Code) && !renamed.Owns(Name));
        Assert.Empty(WaypointRules.Change(Made, Desk, ["name"], new(Name, null), Now).Events);
    }

    [Fact]
    public void Delete_LetsBothNamesGo_AndOnceIsEnough()
    {
        var decision = WaypointRules.Delete(Made, Now);
        Assert.Equal([LetGo.Of(Name), LetGo.Of(Code)], decision.Effects.AsEnumerable());
        var gone = Fold(Made, decision);
        Assert.False(gone.Owns(Name));
        Assert.Equal(RefusalCodes.NotFound, WaypointRules.Delete(gone, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFound, Change(gone, new(null, null), "name").Refusal!.Code);
        Assert.Equal(RefusalCodes.Conflict, WaypointRules.Create(gone, Desk, Name, Code, Now).Refusal!.Code);
    }

    [Fact]
    public void WhatWasGivenUp_IsNeverMade()
    {
        var abandoned = Fold(None, WaypointRules.Settle(None, Now));
        Assert.Equal(RefusalCodes.Unavailable, WaypointRules.Create(abandoned, Desk, Name, Code, Now).Refusal!.Code);
        Assert.Empty(WaypointRules.Settle(Made, Now).Events);
    }

    [Fact]
    public void TheState_IsTheFoldOfItsEvents() => FoldProperty.Holds(
        WaypointKind.Instance,
        "w1",
        [
            (s, now) => WaypointRules.Create(s, Desk, Name, Code, now),
            (s, now) => WaypointRules.Change(s, Other, ["name", "x_coordinate"], new(OtherName, null), now),
            (s, now) => WaypointRules.Change(s, Desk, ["name", "metadata"], new(Name, null), now),
            WaypointRules.Delete,
            WaypointRules.Settle,
        ]);
}
