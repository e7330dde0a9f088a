using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Microsoft.Extensions.Logging;

namespace Hss.Grains.Shop.Orders;

/// <summary>One order: it holds units, becomes durable, and then confirms; what is left undone after a crash is settled.</summary>
[GrainType("order")]
public sealed class OrderGrain(EntityServices services, IGrainFactory grains, ILogger<OrderGrain> log)
    : ProcessGrain<OrderState>(OrderKind.Instance, services), IOrderGrain
{
    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc />
    public async Task<Outcome<OrderView>> Place(CallContext context, PlaceOrder command)
    {
        if (await Kept<OrderView>(context) is { } kept)
            return kept;
        // A number is given out once, so there is nothing to load under it.
        AssumeNew();
        var units = OrderRules.Sum(command.Lines);
        var holds = new StockHolds(grains, context, Key, Key.Id, units);
        ImmutableArray<ProductQuote>? quotes;
        try
        {
            quotes = await holds.Take() ? await holds.Quotes() : null;
        }
        catch
        {
            // Nothing was decided, and nothing will be under this number: whatever the stocks took goes back.
            await GiveBack(holds);
            throw;
        }

        if (quotes is not { } prices)
        {
            await GiveBack(holds);
            return OrderRules.Unavailable;
        }

        var placed = await Settled(holds, Execute(context, (state, now) => OrderRules.Place(state, command, units, prices, now), OrderViews.Of));
        if (placed is { Accepted: true, Replayed: false })
            _ = FinishAndLeave(holds);
        return placed;
    }

    /// <inheritdoc />
    public Task<Outcome<OrderView>> ChangeStatus(CallContext context, string status) =>
        Decide(context, (state, now, returning) => OrderRules.ChangeStatus(state, status, returning, now));

    /// <inheritdoc />
    public Task<Outcome<OrderView>> Cancel(CallContext context) =>
        Decide(context, (state, now, returning) => OrderRules.Cancel(state, context.Actor, returning, now));

    /// <inheritdoc />
    public Task<Outcome<OrderView>> RequestRefund(CallContext context, RefundRequest request) =>
        Execute(context, (state, now) => OrderRules.RequestRefund(state, context.Actor, request, now), OrderViews.Of);

    /// <inheritdoc />
    public Task<Outcome<OrderView>> DecideRefund(CallContext context, RefundDecision decision) =>
        Decide(context, (state, now, returning) => OrderRules.DecideRefund(state, decision, returning, now));

    /// <inheritdoc />
    public Task<Outcome<OrderView>> Delete(CallContext context) => Execute(context, OrderRules.Delete, OrderViews.Of);

    /// <inheritdoc />
    public Task<OrderView?> Get() => Read(static (state, version) => state.Exists ? OrderViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var stock = grains.GetGrain<IStockGrain>(hold.Resource.ToString());
        var kept = hold.HoldId == Key.Id
            ? await Execute(context, OrderRules.SettlePlacing, static state => state.Status != OrderStatus.Abandoned)
            : await Execute(context, (state, now) => OrderRules.SettleReturn(state, hold.HoldId, now), state => state.Returns.Contains(hold.HoldId));
        if (kept.Value)
            await stock.Confirm(context, hold.HoldId);
        else
            await stock.Release(context, hold.HoldId);
    }

    // A decision that may bring units back: they are announced to their stocks, then it is decided, then they are back.
    private async Task<Outcome<OrderView>> Decide(CallContext context, Func<OrderState, DateTimeOffset, string, Decision> rule)
    {
        var (state, version) = await Read(static (state, version) => (state, version));
        // Each try has a name of its own: what an earlier one announced and gave back must not come any more.
        var now = _time.GetUtcNow();
        var returning = string.Create(CultureInfo.InvariantCulture, $"{Key.Id}.{version}.{now.UtcTicks}");
        var units = OrderRules.Returned(state, rule(state, now, returning));
        if (units.IsEmpty)
            return await Execute(context, (s, now) => rule(s, now, returning), OrderViews.Of);

        // The sale's own hold may still wait for its confirmation.
        await new StockHolds(grains, context, Key, Key.Id, units).Confirm();
        var back = new StockHolds(grains, context, Key, returning, units);
        try
        {
            if (!await back.TakeBack())
            {
                await GiveBack(back);
                return OrderRules.Returning;
            }
        }
        catch
        {
            await GiveBack(back);
            throw;
        }

        var decided = await Settled(back, Execute(context, (s, now) => rule(s, now, returning), OrderViews.Of));
        if (decided is { Accepted: true, Replayed: false })
            await Finish(back);
        return decided;
    }

    // When nobody knows whether the order is durable, the holds stay: they come due, and then it is known.
    private async Task<Outcome<OrderView>> Settled(StockHolds holds, Task<Outcome<OrderView>> deciding)
    {
        try
        {
            var outcome = await deciding;
            if (!outcome.Accepted || outcome.Replayed)
                await GiveBack(holds);
            return outcome;
        }
        catch (JournalException e) when (e.Fault != JournalFault.OutcomeUnknown)
        {
            await GiveBack(holds);
            throw;
        }
    }

    private Task Finish(StockHolds holds) => Quietly(holds.Confirm(), "confirmed");

    // Thousands of orders a second would stay in memory until they are idle for long, and most are not asked for again before that.
    private async Task FinishAndLeave(StockHolds holds)
    {
        await Finish(holds);
        DeactivateOnIdle();
    }

    private Task GiveBack(StockHolds holds) => Quietly(holds.Release(), "released");

    // The decision stands. What the stocks do not hear now, the due work tells them.
    private async Task Quietly(Task work, string what)
    {
        try
        {
            await work;
        }
#pragma warning disable CA1031 // Whatever kept the stocks from hearing it: the holds come due.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "The holds of {Order} could not be {What} now; they will be when they are due", Key, what);
        }
    }
}
