using System.Globalization;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Orders;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Numbers;

namespace Hss.Silo.Shop.Orders;

/// <summary>Finds numbers for new orders, and the grains of orders and stocks.</summary>
public sealed class OrderService(IGrainFactory grains, IJournal journal, NumberBlocks numbers)
{
    private const string Sequence = "store.order";

    /// <summary>The grain of an order.</summary>
    public IOrderGrain Order(string id) => grains.GetGrain<IOrderGrain>(OrderKind.Instance.Key(id).ToString());

    /// <summary>The grain of a product's stock.</summary>
    public IStockGrain Stock(string product) => grains.GetGrain<IStockGrain>(StockKind.Instance.Key(product).ToString());

    /// <summary>Places an order under the next number; a repeat of a kept operation takes none.</summary>
    public async Task<Outcome<OrderView>> Place(CallContext context, PlaceOrder command)
    {
        var repeat = context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;
        var id = repeat ? OrderRules.NoOrder : (await numbers.Next(Sequence).ConfigureAwait(false)).ToString(CultureInfo.InvariantCulture);
        return await Order(id).Place(context, command).ConfigureAwait(false);
    }
}
