using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Entities;

namespace Hss.Api.Shop.Orders;

/// <summary>One movement of a product's units.</summary>
/// <param name="Version">The stock's version: the place in the ledger. One confirmation may settle several orders.</param>
/// <param name="Type"><c>adjusted</c>, <c>held</c>, <c>sold</c>, <c>released</c>, <c>return_announced</c>, <c>returned</c>, <c>return_released</c>, <c>release_marked</c>.</param>
/// <param name="Quantity">Units; the difference of an adjustment.</param>
/// <param name="OrderId">The order, or null for an adjustment.</param>
/// <param name="Actor">Who: an account, or <c>system</c>.</param>
public sealed record Movement(long Version, string Type, long Quantity, long? OrderId, DateTimeOffset At, string Actor)
{
    /// <summary>The movements of an event.</summary>
    public static IEnumerable<Movement> Of(long version, IEntityEvent e, string actor) => e switch
    {
        StockAdjusted a => [new(version, "adjusted", a.Difference, null, a.At, actor)],
        StockHeld h => [new(version, "held", h.Quantity, Order(h.Owner), h.At, actor)],
        ReturnHeld r => [new(version, "return_announced", r.Quantity, Order(r.Owner), r.At, actor)],
        StockConfirmed c => c.Holds.Select(h => new Movement(version, h.IsReturn ? "returned" : "sold", h.Quantity, Order(h.Owner), c.At, actor)),
        StockReleased r => [new(version, r.IsReturn ? "return_released" : "released", r.Quantity, Order(r.Owner), r.At, actor)],
        ReleaseMarked m => [new(version, "release_marked", 0, null, m.At, actor)],
        _ => [],
    };

    private static long? Order(EntityKey owner) => long.TryParse(owner.Id, CultureInfo.InvariantCulture, out var number) ? number : null;
}
