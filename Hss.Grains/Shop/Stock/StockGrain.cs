using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Stock;

/// <summary>The stock of one product: all orders of it, one after the other, many in one write.</summary>
[GrainType("stock")]
public sealed class StockGrain(EntityServices services, ShopOptions options) : AggregateGrain<StockState>(StockKind.Instance, services), IStockGrain
{
    private List<string>? _confirming;
    private Task _confirmation = Task.CompletedTask;

    /// <inheritdoc />
    public Task<Outcome<StockView>> Adjust(CallContext context, long available) =>
        Execute(context, (state, now) => StockRules.Adjust(state, available, now), StockViews.Of);

    /// <inheritdoc />
    public Task<Outcome<long>> Hold(CallContext context, StockHold hold) =>
        Execute(context, (state, now) => StockRules.Hold(state, hold, options.HoldTime, now), static state => state.Available);

    /// <inheritdoc />
    public Task Confirm(CallContext context, string holdId)
    {
        if (_confirming is null)
        {
            _confirming = [];
            _confirmation = ConfirmNext(context.RequestId, _confirmation);
        }

        _confirming.Add(holdId);
        return _confirmation;
    }

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, string holdId) =>
        Execute(context, (state, now) => StockRules.Release(state, holdId, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> HoldReturn(CallContext context, StockHold hold) =>
        Execute(context, (state, now) => StockRules.HoldReturn(state, hold, options.HoldTime, now), static _ => true);

    /// <inheritdoc />
    public Task<StockView?> Get() => Read(static (state, version) => state.Exists ? StockViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(StockState state, DateTimeOffset now) => StockRules.Overdue(state, Key, now);

    // While one confirmation is written, the next gathers: many orders share one event.
    private async Task ConfirmNext(string requestId, Task earlier)
    {
        await Task.Yield();
        await Task.WhenAny(earlier);
        var holds = _confirming!;
        _confirming = null;
        await Execute(CallContext.System(requestId), (state, now) => StockRules.Confirm(state, holds, now), static _ => true);
    }
}
