using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Stock;

/// <summary>
/// No unit is ever sold twice: at every event <c>available + held + sold = received</c>, and none is below zero. A hold ends only by confirm or
/// release, never by its clock alone.
/// </summary>
public static class StockRules
{
    /// <summary>The most units that one product may have.</summary>
    public const long MaxUnits = 1_000_000_000;

    /// <summary>How long a mark of a release waits for its hold: longer than any call can be under way.</summary>
    public static readonly TimeSpan MarkLife = TimeSpan.FromMinutes(10);

    private static readonly Refusal NoStock = new(RefusalCodes.NotFound, "There is no such product");

    /// <summary>Sets what is available; a first call opens the stock.</summary>
    public static Decision Adjust(StockState state, long available, DateTimeOffset now)
    {
        if (available is < 0 or > MaxUnits)
            return Decision.Refuse(RefusalCodes.Invalid, $"stock must be between 0 and {MaxUnits}");
        return state.Exists && state.Available == available
            ? Decision.Unchanged
            : Crossing(state, available, new StockAdjusted(available - state.Available, now));
    }

    /// <summary>Takes units for an order.</summary>
    public static Decision Hold(StockState state, StockHold hold, TimeSpan life, DateTimeOffset now)
    {
        if (!state.Exists)
            return NoStock;
        if (Earlier(state, hold.Id) is { } earlier)
            return earlier;
        return hold.Quantity > state.Available
            ? Decision.Refuse(StockCodes.Insufficient, $"Only {state.Available} are available")
            : Crossing(state, state.Available - hold.Quantity, new StockHeld(hold.Id, hold.Owner, hold.Quantity, now + life, now));
    }

    /// <summary>Announces a return of sold units.</summary>
    public static Decision HoldReturn(StockState state, StockHold hold, TimeSpan life, DateTimeOffset now)
    {
        if (!state.Exists)
            return NoStock;
        if (Earlier(state, hold.Id) is { } earlier)
            return earlier;
        var announced = state.Holds.Values.Where(h => h.IsReturn).Sum(h => h.Quantity);
        return announced + hold.Quantity > state.Sold
            ? Decision.Refuse(RefusalCodes.Conflict, "More units would come back than were sold")
            : Decision.Accept(new ReturnHeld(hold.Id, hold.Owner, hold.Quantity, now + life, now));
    }

    /// <summary>Ends holds whose owners are durable; those that are not open (any more) change nothing.</summary>
    public static Decision Confirm(StockState state, IEnumerable<string> holds, DateTimeOffset now)
    {
        ImmutableArray<SettledHold> settled =
            [.. holds.Distinct(StringComparer.Ordinal).Where(state.Holds.ContainsKey).Select(id => Settled(id, state.Holds[id]))];
        return settled.IsEmpty
            ? Decision.Unchanged
            : Crossing(state, state.Available + settled.Where(h => h.IsReturn).Sum(h => h.Quantity), new StockConfirmed(settled, now));
    }

    /// <summary>Gives a hold back, or marks that its hold must not come any more.</summary>
    public static Decision Release(StockState state, string hold, DateTimeOffset now)
    {
        if (state.Holds.TryGetValue(hold, out var open))
            return Crossing(state, state.Available + (open.IsReturn ? 0 : open.Quantity), new StockReleased(hold, open.Owner, open.Quantity, open.IsReturn, now));
        return !state.Exists || state.Released.ContainsKey(hold) ? Decision.Unchanged : Decision.Accept(new ReleaseMarked(hold, now));
    }

    /// <summary>Holds past their time: their owners are asked.</summary>
    public static ImmutableArray<OverdueHold> Overdue(StockState state, EntityKey key, DateTimeOffset now) =>
        [.. state.Holds.Where(h => h.Value.Until <= now).Select(h => new OverdueHold(h.Value.Owner, h.Key, key))];

    /// <summary>The state after an event.</summary>
    public static StockState Apply(StockState state, IEntityEvent e) => e switch
    {
        StockAdjusted a => At(a.At, state with
        {
            Exists = true,
            Available = state.Available + a.Difference,
            Received = state.Received + a.Difference,
        }),
        StockHeld h => At(h.At, state with
        {
            Available = state.Available - h.Quantity,
            Held = state.Held + h.Quantity,
            Holds = state.Holds.Add(h.Hold, new(h.Owner, h.Quantity, h.Until, IsReturn: false)),
        }),
        ReturnHeld r => At(r.At, state with { Holds = state.Holds.Add(r.Hold, new(r.Owner, r.Quantity, r.Until, IsReturn: true)) }),
        StockConfirmed c => At(c.At, Settle(state, c.Holds)),
        StockReleased r => At(r.At, Release(state, r)),
        ReleaseMarked m => At(m.At, state with { Released = state.Released.SetItem(m.Hold, m.At) }),
        _ => throw new InvalidOperationException($"A stock has no event {e.GetType().Name}"),
    };

    // The same hold again is answered as the first time; one that was released before it came is refused.
    private static Decision? Earlier(StockState state, string id)
    {
        if (state.Holds.ContainsKey(id))
            return Decision.Unchanged;
        return state.Released.ContainsKey(id) ? Decision.Refuse(RefusalCodes.Conflict, "The hold was released before it came") : null;
    }

    private static Decision Crossing(StockState state, long available, IEntityEvent e)
    {
        var inStock = available > 0;
        return !state.Exists || inStock == state.Available > 0
            ? Decision.Accept(e)
            : Decision.Accept(e).With(new Effect("crossed", ShopEffects.StockCrossed, new StockCrossed(state.Id, inStock)));
    }

    private static SettledHold Settled(string id, OpenHold hold) => new(id, hold.Owner, hold.Quantity, hold.IsReturn);

    private static StockState Settle(StockState state, ImmutableArray<SettledHold> settled)
    {
        var (sold, back) = (settled.Where(h => !h.IsReturn).Sum(h => h.Quantity), settled.Where(h => h.IsReturn).Sum(h => h.Quantity));
        return state with
        {
            Available = state.Available + back,
            Held = state.Held - sold,
            Sold = state.Sold + sold - back,
            Holds = state.Holds.RemoveRange(settled.Select(h => h.Hold)),
        };
    }

    private static StockState Release(StockState state, StockReleased released)
    {
        var open = state with { Holds = state.Holds.Remove(released.Hold) };
        return released.IsReturn
            ? open
            : open with { Held = state.Held - released.Quantity, Available = state.Available + released.Quantity };
    }

    private static StockState At(DateTimeOffset at, StockState state) => state with
    {
        UpdatedAt = at,
        Released = state.Released.IsEmpty ? state.Released : state.Released.RemoveRange(state.Released.Where(r => r.Value < at - MarkLife).Select(r => r.Key)),
    };
}
