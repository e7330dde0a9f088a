using Hss.Grains.Entities;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;
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
    public void Claim_LeavesTheNumbersBelowFree_AndTakeSkipsIt()
    {
        var state = Run(
            s => NumberRules.Claim(s, Ada, 2, Now),
            s => NumberRules.Confirm(s, Ada, 2),
            s => NumberRules.Take(s, Eve, Now),
            s => NumberRules.Take(s, Joe, Now));
        Assert.Equal((1, 3), (NumberRules.Of(state, Eve)?.Number, NumberRules.Of(state, Joe)?.Number));
        Assert.Empty(state.Gaps);
    }

    [Fact]
    public void Claim_OfTheLastOfMillions_KeepsTheStateSmall()
    {
        var state = Run(s => NumberRules.Claim(s, Ada, 9_999_999, Now));
        Assert.Equal<NumberRange>([new(1, 9_999_998)], state.Gaps);
    }

    [Fact]
    public void Claim_OfANumberThatIsGiven_IsRefusedForEver_AndOfOneThatIsHeld_UntilItIsDecided()
    {
        var state = Run(s => NumberRules.Take(s, Ada, Now), s => NumberRules.Confirm(s, Ada, 1), s => NumberRules.Take(s, Ada, Now));
        Assert.Equal((RefusalCodes.Conflict, null), (NumberRules.Claim(state, Eve, 1, Now).Refusal?.Code, NumberRules.Claim(state, Eve, 1, Now).Refusal?.RetryAfter));
        Assert.Equal((RefusalCodes.Conflict, INumberGrain.HoldTime), (NumberRules.Claim(state, Eve, 2, Now).Refusal?.Code, NumberRules.Claim(state, Eve, 2, Now).Refusal?.RetryAfter));
        Assert.Same(Decision.Unchanged, NumberRules.Claim(state, Ada, 2, Now));
    }

    [Fact]
    public void ClaimMany_IsAllOrNothing_AndNamesWhatIsTaken()
    {
        var state = Run(s => NumberRules.Claim(s, Ada, 3, Now), s => NumberRules.Confirm(s, Ada, 3));
        var refused = NumberRules.ClaimMany(state, Eve, [new(2, 4), new(9, 9)], Now);
        Assert.Equal("3", Assert.Single(refused.Refusal!.Details).Field);
        Assert.Empty(refused.Events);
        state = Run(state, s => NumberRules.ClaimMany(s, Eve, [new(9, 9), new(4, 5)], Now));
        Assert.Same(Decision.Unchanged, NumberRules.ClaimMany(state, Eve, [new(4, 5)], Now));
        Assert.Equal<NumberRange>([new(1, 2), new(6, 8)], state.Gaps);
    }

    [Fact]
    public void TakeMany_FillsTheGaps_AndAReleaseMakesThemFreeAgain()
    {
        var state = Run(s => NumberRules.Claim(s, Ada, 3, Now), s => NumberRules.TakeMany(s, Eve, 4, Now));
        Assert.Equal<NumberRange>([new(1, 2), new(4, 5)], NumberRules.Batch(state, Eve)!.Numbers);
        Assert.Same(Decision.Unchanged, NumberRules.TakeMany(state, Eve, 4, Now));
        state = Run(state, s => NumberRules.ReleaseMany(s, Eve), s => NumberRules.Take(s, Joe, Now));
        Assert.Equal(1, NumberRules.Of(state, Joe)?.Number);
        Assert.Equal<NumberRange>([new(2, 2), new(4, 5)], state.Gaps);
        Assert.Same(Decision.Unchanged, NumberRules.ConfirmMany(state, Eve));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void TakeMany_OfNoneOrTooMany_IsRefused(int count) => Assert.Equal(RefusalCodes.Invalid, NumberRules.TakeMany(new(), Ada, count, Now).Refusal?.Code);

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
                (s, now) => NumberRules.Claim(s, owner, 1 + (now.Minute % 9), now),
                (s, now) => NumberRules.TakeMany(s, owner, 1 + (now.Minute % 4), now),
                (s, now) => NumberRules.ClaimMany(s, owner, [new(1 + (now.Minute % 7), 2 + (now.Minute % 7)), new(20, 20)], now),
                (s, _) => NumberRules.ConfirmMany(s, owner),
                (s, _) => NumberRules.ReleaseMany(s, owner),
            ]),
        ],
        (state, events) =>
        {
            // Every number up to the highest is given, held or free, and no number is two of them.
            var given = Given(events);
            var held = state.Held.Select(h => h.Number).Concat(state.Batches.SelectMany(b => NumberRanges.Each(b.Numbers)));
            return given.Concat(held).Concat(state.Free).Concat(NumberRanges.Each(state.Gaps)).Order()
                .SequenceEqual(Enumerable.Range(1, (int)state.Highest).Select(n => (long)n));
        });

    private static IEnumerable<long> Given(IReadOnlyList<IEntityEvent> events)
    {
        var (given, batches) = (new List<long>(), new List<NumbersHeld>());
        foreach (var e in events)
        {
            if (e is NumberConfirmed one)
                given.Add(one.Number);
            else if (e is NumbersHeld held)
                batches.Add(held);
            else if (e is NumbersConfirmed confirmed)
                given.AddRange(batches.Where(b => b.Owner == confirmed.Owner).SelectMany(b => NumberRanges.Each(b.Numbers)));
            if (e is NumbersConfirmed { Owner: var owner })
                batches.RemoveAll(b => b.Owner == owner);
            else if (e is NumbersReleased { Owner: var free })
                batches.RemoveAll(b => b.Owner == free);
        }

        return given;
    }

    private static NumberState Run(params Func<NumberState, Decision>[] commands) => Run(new NumberState(), commands);

    private static NumberState Run(NumberState before, params Func<NumberState, Decision>[] commands) => commands.Aggregate(before, (state, command) =>
    {
        var decision = command(state);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, NumberRules.Apply);
    });
}
