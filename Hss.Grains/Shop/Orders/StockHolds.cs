using System.Collections.Immutable;
using Hss.Grains.Shop.Catalog;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Orders;

/// <summary>The units of one order in the stocks of its products: held in the order of their numbers, all or none.</summary>
internal sealed class StockHolds(IGrainFactory grains, CallContext caller, EntityKey order, string id, ImmutableArray<ProductQuantity> units)
{
    // The order's own commit is the operation; what it does below is not.
    private readonly CallContext _context = caller.OfOneStep();
    private int _tried;

    /// <summary>Takes them; false when one stock refuses.</summary>
    public Task<bool> Take() => Each(async (stock, hold) => (await stock.Hold(_context, hold)).Accepted);

    /// <summary>Announces that they may come back; false when one stock refuses.</summary>
    public Task<bool> TakeBack() => Each(async (stock, hold) => (await stock.HoldReturn(_context, hold)).Accepted);

    /// <summary>Ends all of them for good.</summary>
    public Task Confirm() => Task.WhenAll(units.Select(u => Stock(u.ProductId).Confirm(_context, id)));

    /// <summary>Gives back those that were tried.</summary>
    public Task Release() => Task.WhenAll(units.Take(_tried).Select(u => Stock(u.ProductId).Release(_context, id)));

    /// <summary>Names and prices as committed now; null when a product is not in the catalog.</summary>
    public async Task<ImmutableArray<ProductQuote>?> Quotes()
    {
        var quotes = await Task.WhenAll(units.Select(u => Product(u.ProductId).Quote()));
        return quotes.All(q => q is not null) ? [.. quotes.Select(q => q!)] : null;
    }

    private async Task<bool> Each(Func<IStockGrain, StockHold, Task<bool>> take)
    {
        foreach (var unit in units)
        {
            _tried++;
            if (!await take(Stock(unit.ProductId), new(id, order, unit.Quantity)))
                return false;
        }

        return true;
    }

    private IProductGrain Product(string id) => grains.GetGrain<IProductGrain>(ProductKind.Instance.Key(id).ToString());

    private IStockGrain Stock(string product) => grains.GetGrain<IStockGrain>(StockKind.Instance.Key(product).ToString());
}
