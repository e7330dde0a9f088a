using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Tests.Unit.Identity;

/// <summary>Hold, confirm, release of a unique value.</summary>
public sealed class UniqueNameRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Ada = new("account", "a");
    private static readonly EntityKey Eve = new("account", "e");
    private static readonly UniqueNameState Free = new();
    private static readonly UniqueNameState Held = new(Ada, Now + IUniqueNameGrain.HoldTime);
    private static readonly UniqueNameState Confirmed = new(Ada);

    private static UniqueNameState State(string name) => name switch { "held" => Held, "confirmed" => Confirmed, _ => Free };

    private static EntityKey Owner(string name) => name == "ada" ? Ada : Eve;

    // The whole table: state x command x owner -> new state, "" for unchanged, "taken" for refused.
    [Theory]
    [InlineData("free", "hold", "ada", "held")]
    [InlineData("held", "hold", "ada", "")]
    [InlineData("held", "hold", "eve", "taken")]
    [InlineData("confirmed", "hold", "ada", "")]
    [InlineData("confirmed", "hold", "eve", "taken")]
    [InlineData("free", "confirm", "ada", "confirmed")]
    [InlineData("held", "confirm", "ada", "confirmed")]
    [InlineData("held", "confirm", "eve", "taken")]
    [InlineData("confirmed", "confirm", "ada", "")]
    [InlineData("confirmed", "confirm", "eve", "taken")]
    [InlineData("free", "release", "ada", "")]
    [InlineData("held", "release", "ada", "free")]
    [InlineData("held", "release", "eve", "")]
    [InlineData("confirmed", "release", "ada", "free")]
    [InlineData("confirmed", "release", "eve", "")]
    public void EachStep_IsIdempotentForItsOwner_AndTakesNothingFromAnother(string state, string command, string owner, string expected)
    {
        var before = State(state);
        var decision = command switch
        {
            "hold" => UniqueNameRules.Hold(before, Owner(owner), Now),
            "confirm" => UniqueNameRules.Confirm(before, Owner(owner)),
            _ => UniqueNameRules.Release(before, Owner(owner)),
        };

        if (expected == "taken")
            Accounts.AssertRefused(RefusalCodes.Conflict, decision);
        else if (expected.Length == 0)
            Assert.Equal(Decision.Unchanged, decision);
        else
            Assert.Equal(State(expected), decision.Events.Aggregate(before, UniqueNameRules.Apply));
    }

    [Fact]
    public void AHold_IsDueWhenItsTimeIsUp_AConfirmedNameNever()
    {
        Assert.Equal(Now.AddSeconds(30), UniqueNameKind.Instance.DueAt(Held));
        Assert.Null(UniqueNameKind.Instance.DueAt(Confirmed));
        Assert.Null(UniqueNameKind.Instance.DueAt(Free));
    }

    [Fact]
    public void HoldingAgain_DoesNotPutOffTheEndOfAHold() => Assert.Equal(Decision.Unchanged, UniqueNameRules.Hold(Held, Ada, Now.AddSeconds(29)));

    [Fact]
    public void Apply_OfAnEventOfAnotherKind_IsAFault() =>
        Assert.Throws<InvalidOperationException>(() => UniqueNameRules.Apply(Free, new SessionEnded("x", Now)));
}
