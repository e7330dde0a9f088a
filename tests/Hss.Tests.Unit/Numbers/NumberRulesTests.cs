using Hss.Grains.Entities;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Numbers;

public sealed class NumberRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Ada = new("invoice", "1");
    private static readonly EntityKey Eve = new("invoice", "2");
    private static readonly EntityKey Joe = new("invoice", "3");

    [Fact]
    public void Take_GivesEachOwnerTheNextNumber()
    {
        var state = Run(s => NumberRules.Take(s, Ada, Now), s => NumberRules.Take(s, Eve, Now));
        Assert.Equal((1, 2), (NumberRules.Of(state, Ada)?.Number, NumberRules.Of(state, Eve)?.Number));
    }

    [Fact]
    public void Take_Again_ChangesNothing()
    {
        var state = Run(s => NumberRules.Take(s, Ada, Now));
        Assert.Same(Decision.Unchanged, NumberRules.Take(state, Ada, Now.AddHours(1)));
    }

    [Fact]
    public void Take_AfterARelease_GivesTheLowestFreeNumber()
    {
        var state = Run(
            s => NumberRules.Take(s, Ada, Now),
            s => NumberRules.Take(s, Eve, Now),
            s => NumberRules.Release(s, Eve, 2),
            s => NumberRules.Release(s, Ada, 1),
            s => NumberRules.Take(s, Joe, Now));
        Assert.Equal(1, NumberRules.Of(state, Joe)?.Number);
        Assert.Equal(2, Assert.Single(state.Free));
    }

    [Fact]
    public void Confirm_ForgetsTheOwner_AndIsIdempotent()
    {
        var state = Run(s => NumberRules.Take(s, Ada, Now), s => NumberRules.Confirm(s, Ada, 1));
        Assert.Equal((1, 0, 0), (state.Highest, state.Held.Length, state.Free.Length));
        Assert.Same(Decision.Unchanged, NumberRules.Confirm(state, Ada, 1));
        Assert.Same(Decision.Unchanged, NumberRules.Release(state, Ada, 1));
    }

    [Fact]
    public void OnlyTheHolderOfANumber_ConfirmsOrReleasesIt()
    {
        var state = Run(s => NumberRules.Take(s, Ada, Now));
        Assert.Same(Decision.Unchanged, NumberRules.Confirm(state, Eve, 1));
        Assert.Same(Decision.Unchanged, NumberRules.Release(state, Eve, 1));
        Assert.Same(Decision.Unchanged, NumberRules.Release(state, Ada, 2));
    }

    [Fact]
    public void Number_StateIsExactlyTheFoldOfItsEvents_AndNoNumberIsGivenTwiceOrLost() => FoldProperty.Holds(
        NumberKind.Instance,
        "store.invoice.2026",
        [
            .. ((EntityKey[])[Ada, Eve, Joe]).SelectMany(owner => (Func<NumberState, DateTimeOffset, Decision>[])
            [
                (s, now) => NumberRules.Take(s, owner, now),
                (s, _) => NumberRules.Confirm(s, owner, NumberRules.Of(s, owner)?.Number ?? 1),
                (s, _) => NumberRules.Release(s, owner, NumberRules.Of(s, owner)?.Number ?? 1),
            ]),
        ],
        (state, events) =>
        {
            // Every number up to the highest is given, held or free, and no number is two of them.
            var given = events.OfType<NumberConfirmed>().Select(e => e.Number);
            return given.Concat(state.Held.Select(h => h.Number)).Concat(state.Free).Order().SequenceEqual(Enumerable.Range(1, (int)state.Highest).Select(n => (long)n))
                && state.Held.Select(h => h.Owner).Distinct().Count() == state.Held.Length;
        });

    private static NumberState Run(params Func<NumberState, Decision>[] commands) => commands.Aggregate(new NumberState(), (state, command) =>
    {
        var decision = command(state);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, NumberRules.Apply);
    });
}
