using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Stock;

/// <summary>Stocks in the journal.</summary>
public sealed class StockKind() : EntityKind<StockState>(
    "stock",
    schema: 1,
    EventType.Of<StockAdjusted>("stock.adjusted"),
    EventType.Of<StockHeld>("stock.held"),
    EventType.Of<ReturnHeld>("stock.return_held"),
    EventType.Of<StockConfirmed>("stock.confirmed"),
    EventType.Of<StockReleased>("stock.released"),
    EventType.Of<ReleaseMarked>("stock.release_marked"))
{
    /// <summary>The status of a stock with something available.</summary>
    public const string InStock = "in_stock";

    /// <summary>The status of a stock with nothing available.</summary>
    public const string SoldOut = "sold_out";

    /// <summary>The one instance.</summary>
    public static readonly StockKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IStockGrain>(key.ToString());

    /// <inheritdoc />
    public override StockState Initial(string id) => new(id);

    /// <inheritdoc />
    public override StockState Apply(StockState state, IEntityEvent e) => StockRules.Apply(state, e);

    // The status and not the number: lists ask for what is in stock, and an index on the number would be written at every commit.
    /// <inheritdoc />
    public override EntityIndex Index(StockState state) => new(null, state.Available > 0 ? InStock : SoldOut);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(StockState state) => state.Holds.IsEmpty ? null : state.Holds.Values.Min(h => h.Until);

    /// <inheritdoc />
    public override string Audience(StockState state, IEntityEvent e) => "store:product_manager";

    /// <inheritdoc />
    public override string Topic => "store.stock";
}

/// <summary>What others see of a stock.</summary>
public static class StockViews
{
    /// <summary>All quantities.</summary>
    public static StockView Of(StockState state) => new(
        state.Id,
        state.Available,
        state.Held,
        state.Sold,
        state.Received,
        [.. state.Holds.Select(h => new StockHold(h.Key, h.Value.Owner, h.Value.Quantity))],
        state.UpdatedAt,
        0);
}
