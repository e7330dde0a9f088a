using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>Take, claim, confirm, release of the lowest free number or of named ones; each step is idempotent for its owner.</summary>
public static class NumberRules
{
    private const int MaxNamed = 100;

    /// <summary>Takes the lowest free number.</summary>
    public static Decision Take(NumberState state, EntityKey owner, DateTimeOffset now) =>
        Of(state, owner) is null ? Decision.Accept(new NumberTaken(owner, NumberRanges.Lowest(FreeOf(state), 1)[0].First, Until(now))) : Decision.Unchanged;

    /// <summary>Takes a number that somebody named.</summary>
    public static Decision Claim(NumberState state, EntityKey owner, long number, DateTimeOffset now)
    {
        if (number < 1)
            return Decision.Refuse(RefusalCodes.Invalid, "Numbers begin with 1");
        if (state.Held.Any(h => h.Owner == owner && h.Number == number))
            return Decision.Unchanged;
        return IsFree(state, number) ? Decision.Accept(new NumberClaimed(owner, number, Until(now))) : Taken(state, [number], now);
    }

    /// <summary>Gives the number for ever.</summary>
    public static Decision Confirm(NumberState state, EntityKey owner, long number) =>
        Holds(state, owner, number) ? Decision.Accept(new NumberConfirmed(owner, number)) : Decision.Unchanged;

    /// <summary>Frees the number.</summary>
    public static Decision Release(NumberState state, EntityKey owner, long number) =>
        Holds(state, owner, number) ? Decision.Accept(new NumberReleased(owner, number)) : Decision.Unchanged;

    /// <summary>Takes the lowest free numbers.</summary>
    public static Decision TakeMany(NumberState state, EntityKey owner, int count, DateTimeOffset now)
    {
        if (count is < 1 or > NumberRange.MaxMany)
            return Decision.Refuse(RefusalCodes.Invalid, $"1 to {NumberRange.MaxMany} numbers can be taken at once");
        return Batch(state, owner) is null
            ? Decision.Accept(new NumbersHeld(owner, NumberRanges.Lowest(FreeOf(state), count), Claimed: false, Until(now)))
            : Decision.Unchanged;
    }

    /// <summary>Takes numbers that somebody named, all or none.</summary>
    public static Decision ClaimMany(NumberState state, EntityKey owner, ImmutableArray<NumberRange> numbers, DateTimeOffset now)
    {
        var named = numbers.Aggregate(ImmutableArray<NumberRange>.Empty, NumberRanges.Add);
        if (named.IsEmpty || named[0].First < 1 || NumberRanges.Count(named) > NumberRange.MaxMany)
            return Decision.Refuse(RefusalCodes.Invalid, $"1 to {NumberRange.MaxMany} numbers from 1 can be claimed at once");
        var own = state.Batches.Where(b => b.Owner == owner && b.Claimed).SelectMany(b => b.Numbers);
        var wanted = own.Aggregate(named, NumberRanges.Subtract);
        if (wanted.IsEmpty)
            return Decision.Unchanged;
        var taken = FreeOf(state).Aggregate(wanted, NumberRanges.Subtract);
        return taken.IsEmpty
            ? Decision.Accept(new NumbersHeld(owner, wanted, Claimed: true, Until(now)))
            : Taken(state, [.. NumberRanges.Each(taken).Take(MaxNamed)], now);
    }

    /// <summary>Gives all that was held as many for ever.</summary>
    public static Decision ConfirmMany(NumberState state, EntityKey owner) =>
        state.Batches.Any(b => b.Owner == owner) ? Decision.Accept(new NumbersConfirmed(owner)) : Decision.Unchanged;

    /// <summary>Frees all that was held as many.</summary>
    public static Decision ReleaseMany(NumberState state, EntityKey owner) =>
        state.Batches.Any(b => b.Owner == owner) ? Decision.Accept(new NumbersReleased(owner)) : Decision.Unchanged;

    /// <summary>The number that an owner holds, or null.</summary>
    public static HeldNumber? Of(NumberState state, EntityKey owner) => state.Held.FirstOrDefault(h => h.Owner == owner);

    /// <summary>The numbers that an owner has taken as many, or null.</summary>
    public static HeldNumbers? Batch(NumberState state, EntityKey owner) => state.Batches.FirstOrDefault(b => b.Owner == owner && !b.Claimed);

    /// <summary>The state after an event.</summary>
    public static NumberState Apply(NumberState state, IEntityEvent e) => e switch
    {
        NumberTaken t => Without(state, [new(t.Number, t.Number)]) with { Held = state.Held.Add(new(t.Owner, t.Number, t.Until)) },
        NumberClaimed c => Without(state, [new(c.Number, c.Number)]) with { Held = state.Held.Add(new(c.Owner, c.Number, c.Until)) },
        NumberConfirmed c => Settled(state, c.Number),
        NumberReleased r => Settled(state, r.Number) with { Free = [.. state.Free.Append(r.Number).Order()] },
        NumbersHeld h => Without(state, h.Numbers) with { Batches = state.Batches.Add(new(h.Owner, h.Numbers, h.Claimed, h.Until)) },
        NumbersConfirmed c => state with { Batches = state.Batches.RemoveAll(b => b.Owner == c.Owner) },
        NumbersReleased r => state with
        {
            Batches = state.Batches.RemoveAll(b => b.Owner == r.Owner),
            Gaps = state.Batches.Where(b => b.Owner == r.Owner).SelectMany(b => b.Numbers).Aggregate(state.Gaps, NumberRanges.Add),
        },
        _ => throw new InvalidOperationException($"Numbers have no event {e.GetType().Name}"),
    };

    private static DateTimeOffset Until(DateTimeOffset now) => now + INumberGrain.HoldTime;

    private static bool Holds(NumberState state, EntityKey owner, long number) => state.Held.Any(h => h.Owner == owner && h.Number == number);

    private static bool IsFree(NumberState state, long number) =>
        number > state.Highest || state.Free.BinarySearch(number) >= 0 || state.Gaps.Any(g => g.First <= number && number <= g.Last);

    // All that can be had, ascending; beyond the highest there is no end.
    private static ImmutableArray<NumberRange> FreeOf(NumberState state) =>
        [.. state.Free.Select(n => new NumberRange(n, n)).Concat(state.Gaps).OrderBy(r => r.First), new(state.Highest + 1, long.MaxValue)];

    private static NumberState Without(NumberState state, ImmutableArray<NumberRange> taken)
    {
        var last = taken[^1].Last;
        var passed = last > state.Highest + 1 ? NumberRanges.Add(state.Gaps, new(state.Highest + 1, last)) : state.Gaps;
        return state with
        {
            Highest = Math.Max(state.Highest, last),
            Free = state.Free.IsEmpty ? [] : state.Free.RemoveAll(n => taken.Any(t => t.First <= n && n <= t.Last)),
            Gaps = passed.IsEmpty ? [] : taken.Aggregate(passed, NumberRanges.Subtract),
        };
    }

    private static NumberState Settled(NumberState state, long number) => state with { Held = state.Held.RemoveAll(h => h.Number == number) };

    // What is only held may come free again: then the refusal says when that is known.
    private static Decision Taken(NumberState state, ImmutableArray<long> numbers, DateTimeOffset now)
    {
        var held = numbers.Select(n => HeldUntil(state, n)).ToList();
        return new Refusal(RefusalCodes.Conflict, "The number is taken")
        {
            Details = [.. numbers.Select(n => new Fault($"{n}", "is taken"))],
            RetryAfter = held.All(h => h is not null) ? TimeSpan.FromTicks(Math.Max((held.Max()!.Value - now).Ticks, 0)) : null,
        };
    }

    private static DateTimeOffset? HeldUntil(NumberState state, long number) =>
        state.Held.FirstOrDefault(h => h.Number == number)?.Until
        ?? state.Batches.FirstOrDefault(b => b.Numbers.Any(r => r.First <= number && number <= r.Last))?.Until;
}
