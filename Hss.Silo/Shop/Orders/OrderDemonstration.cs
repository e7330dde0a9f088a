using System.Collections.Immutable;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Catalog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Shop.Orders;

/// <summary>
/// Makes the orders of the two demonstration customers in Development (fact file): among them one that arrived more than 30 days ago. A start
/// that was cut off is taken up by the next: orders are made oldest first, and as many as a customer has are there already.
/// </summary>
public sealed class OrderDemonstration(
    OrderService orders, OrderQueries queries, CatalogQueries catalog, IdentityService identity, HssSettings settings, TimeProvider time, ILogger<OrderDemonstration> log)
    : IHostedService
{
    private static readonly ImmutableArray<(string Email, ImmutableArray<PastPurchase> Purchases)> Demonstration =
    [
        ("customer@example.com", [new(45, 42, [(0, 1), (2, 2)]), new(16, 13, [(4, 1)]), new(1, null, [(1, 2)])]),
        ("examplecustomer@example.com",
            [new(155, 150, [(3, 1)]), new(125, 120, [(5, 2), (6, 1)]), new(95, 90, [(7, 1)]), new(65, 60, [(8, 3)]), new(35, 30, [(9, 1), (10, 1)])]),
    ];

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        foreach (var (email, purchases) in Demonstration)
        {
            if (await identity.FindByEmail(email).ConfigureAwait(false) is { } customer)
                await Make(customer, purchases, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Make(AccountView customer, ImmutableArray<PastPurchase> purchases, CancellationToken cancellation)
    {
        var (_, made) = await queries.List(customer.Id, [], 1, 0, cancellation).ConfigureAwait(false);
        if (made >= purchases.Length)
            return;
        var (shelf, _) = await catalog.List(new ProductFilter(), cancellation).ConfigureAwait(false);
        foreach (var purchase in purchases.Skip((int)made).Where(p => p.Items.All(i => i.Product < shelf.Length)))
            await Make(customer, purchase, [.. purchase.Items.Select(i => new ProductQuantity(shelf[i.Product].Product.Id, i.Units))]).ConfigureAwait(false);
    }

    private async Task Make(AccountView customer, PastPurchase purchase, ImmutableArray<ProductQuantity> units)
    {
        var context = CallContext.System("demonstration");
        // The shelves of the demonstration show what is left after these orders.
        foreach (var unit in units)
        {
            var stock = orders.Stock(unit.ProductId);
            await stock.Adjust(context, (await stock.Get().ConfigureAwait(false))!.Available + unit.Quantity).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var profile = customer.ProfileIn("store");
        var past = new PastOrder(now.AddDays(-purchase.PlacedDaysAgo), purchase.DeliveredDaysAgo is { } days ? now.AddDays(-days) : null);
        var placed = await orders.Place(context, new(customer.Id, $"{profile.FirstName} {profile.LastName}", "123 Sales St, Commerce City", units, past)).ConfigureAwait(false);
        if (placed.Refusal is { } refusal)
            log.LogWarning("A demonstration order was not made: {Reason}", refusal.Message);
    }

    /// <summary>An order of the past; products by their place on the shelf.</summary>
    private sealed record PastPurchase(int PlacedDaysAgo, int? DeliveredDaysAgo, ImmutableArray<(int Product, long Units)> Items);
}
