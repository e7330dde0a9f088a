using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>Take, confirm, release of the lowest free number; each step is idempotent for its owner.</summary>
public static class NumberRules
{
    /// <summary>Takes the lowest free number.</summary>
    public static Decision Take(NumberState state, EntityKey owner, DateTimeOffset now)
    {
        if (Of(state, owner) is not null)
            return Decision.Unchanged;
        var lowest = state.Free.IsEmpty ? state.Highest + 1 : state.Free[0];
        return Decision.Accept(new NumberTaken(owner, lowest, now + INumberGrain.HoldTime));
    }

    /// <summary>Gives the number for ever.</summary>
    public static Decision Confirm(NumberState state, EntityKey owner, long number) =>
        Of(state, owner)?.Number == number ? Decision.Accept(new NumberConfirmed(owner, number)) : Decision.Unchanged;

    /// <summary>Frees the number.</summary>
    public static Decision Release(NumberState state, EntityKey owner, long number) =>
        Of(state, owner)?.Number == number ? Decision.Accept(new NumberReleased(owner, number)) : Decision.Unchanged;

    /// <summary>The number that an owner holds, or null.</summary>
    public static HeldNumber? Of(NumberState state, EntityKey owner) => state.Held.FirstOrDefault(h => h.Owner == owner);

    /// <summary>The state after an event.</summary>
    public static NumberState Apply(NumberState state, IEntityEvent e) => e switch
    {
        NumberTaken t => state with
        {
            Highest = Math.Max(state.Highest, t.Number),
            Held = state.Held.Add(new(t.Owner, t.Number, t.Until)),
            Free = state.Free.Remove(t.Number),
        },
        NumberConfirmed c => Without(state, c.Number),
        NumberReleased r => Without(state, r.Number) with { Free = [.. state.Free.Append(r.Number).Order()] },
        _ => throw new InvalidOperationException($"Numbers have no event {e.GetType().Name}"),
    };

    private static NumberState Without(NumberState state, long number) => state with { Held = state.Held.RemoveAll(h => h.Number == number) };
}
