using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Orders;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Shop;

namespace Hss.Silo.Shop.Orders;

/// <summary>Lists of orders and movements of stock, from committed rows: an acknowledged order is in them at once.</summary>
public sealed class OrderQueries(IJournal journal, EntityCodec codec)
{
    private static readonly ImmutableArray<string> Hidden = [OrderStatus.Deleted, OrderStatus.Abandoned, ""];

    /// <summary>A page of orders, newest first, with the number of all that match.</summary>
    /// <param name="customer">Only this account's, or everybody's.</param>
    /// <param name="statuses">Only in these; empty for all.</param>
    public async Task<(ImmutableArray<OrderView> Orders, long Total)> List(
        string? customer, ImmutableArray<string> statuses, int limit, int offset, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(OrderKind.Instance.Name)
            {
                Owner = customer,
                Statuses = statuses,
                ExceptStatuses = Hidden,
                Sort = [new("created_at", Descending: true)],
                Limit = limit,
                Offset = offset,
            },
            cancellation).ConfigureAwait(false);
        return ([.. page.Rows.Select(r => OrderViews.Of(codec.DecodeListed(OrderKind.Instance, r)) with { Version = r.Version })], page.Total);
    }

    /// <summary>One order as committed, or null. For work that reads it once: the order's grain need not come to memory, where it would stay.</summary>
    public async Task<OrderView?> Find(string id)
    {
        if (await journal.Load(OrderKind.Instance.Key(id)).ConfigureAwait(false) is not { } row)
            return null;
        var state = codec.DecodeState(OrderKind.Instance, row);
        return state.Exists ? OrderViews.Of(state) with { Version = row.Version } : null;
    }

    /// <summary>The customer's newest delivered order with a product, or null: who has it may review the product.</summary>
    public async Task<OrderView?> Delivered(string customer, string product, CancellationToken cancellation)
    {
        var (orders, _) = await List(customer, [OrderStatus.Delivered], int.MaxValue, 0, cancellation).ConfigureAwait(false);
        return orders.FirstOrDefault(o => o.Lines.Any(l => l.ProductId == product));
    }

    /// <summary>Events of a product's stock, newest first.</summary>
    /// <param name="before">Only before this version; 0 for all.</param>
    public async Task<ImmutableArray<(long Version, IEntityEvent Event, string Actor)>> Movements(string product, long before, int limit, CancellationToken cancellation)
    {
        var kind = StockKind.Instance;
        var events = await journal.Events(
            new EventQuery { Kind = kind.Name, Id = product, Descending = true, BeforeVersion = before, Limit = limit }, cancellation).ConfigureAwait(false);
        return [.. events.Select(e => (e.Event.Version, codec.DecodeEvent(kind, e.Key, e.Event), e.Event.Actor))];
    }
}
