using System.Net;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Shop.Orders;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Orders;

/// <summary>What a crash leaves between an order and its stocks is settled by itself. The clock is the test's.</summary>
public sealed class OrderSettleTests : IAsyncLifetime
{
    private static readonly CallContext Context = CallContext.System("test");

    private readonly FakeTimeProvider _clock = new();
    private ApiServer _server = null!;

    private OrderService Orders => _server.Services.GetRequiredService<OrderService>();

    public async Task InitializeAsync() => _server = await ApiServer.Start(configure: b => b.Services.AddSingleton<TimeProvider>(_clock), journalClock: _clock);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    // Time passes until the stock has asked what became of its holds.
    private Task Settles(long product) => Shopper.Until(
        async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return (await Orders.Stock($"{product}").Get())!.Holds.IsEmpty;
        },
        $"the holds of {product} are not settled");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACrashBetweenHoldAndOrder_ReturnsTheStockByItself(bool restart)
    {
        var product = await Shopping.Product(_server.Client);
        // The order took its units, and then its process was gone.
        await Orders.Stock($"{product}").Hold(Context, new("900000001", new("order", "900000001"), 4));
        Assert.Equal(6, (await Orders.Stock($"{product}").Get())!.Available);
        if (restart)
            await _server.Restart();

        await Settles(product);
        Assert.Equal((10, 0, 0, 10), await Shopping.Stock(_server.Client, product));

        // What never was cannot become an order any more: nobody sells the returned units a second time.
        var late = await Orders.Order("900000001").Place(Context, new("a", "A", "1 Quay", [new($"{product}", 4)]));
        Assert.Equal(RefusalCodes.Conflict, late.Refusal?.Code);
        Assert.Equal((10, 0, 0, 10), await Shopping.Stock(_server.Client, product));
        Assert.Null(await Orders.Order("900000001").Get());
    }

    [Fact]
    public async Task ACrashBetweenOrderAndConfirmation_SellsTheUnitsByItself()
    {
        var product = await Shopping.Product(_server.Client);
        var order = await Shopping.Buy(await Shopping.Customer(_server.Client), (product, 2));
        await Shopping.Stock(_server.Client, product);
        // The same hold once more, as if it had never been confirmed: its order is durable.
        await Orders.Stock($"{product}").Hold(Context, new($"{order["id"]}", new("order", $"{order["id"]}"), 1));

        await Settles(product);
        Assert.Equal((7, 0, 3, 10), await Shopping.Stock(_server.Client, product));
    }

    [Fact]
    public async Task ACrashBetweenAnnouncedReturnAndCancellation_LeavesTheUnitsSold()
    {
        var product = await Shopping.Product(_server.Client);
        var order = await Shopping.Buy(await Shopping.Customer(_server.Client), (product, 2));
        await Shopping.Stock(_server.Client, product);
        var id = $"{order["id"]}.1";
        await Orders.Stock($"{product}").HoldReturn(Context, new(id, new("order", $"{order["id"]}"), 2));

        await Settles(product);
        Assert.Equal((8, 0, 2, 10), await Shopping.Stock(_server.Client, product));
        var events = await _server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "order", Id = $"{order["id"]}" }, default);
        Assert.Equal(["order.placed", "order.return_abandoned"], events.Select(e => e.Event.Type));
        // And the customer can still cancel.
        await (await Shopping.Customer(_server.Client)).Post($"{Shopping.Api}/orders/{order["id"]}/cancel");
        Assert.Equal((10, 0, 0, 10), await Shopping.Stock(_server.Client, product));
    }

    [Fact]
    public async Task ACancellation_WhoseFirstTryWasGivenBack_GoesThrough()
    {
        var (product, customer) = (await Shopping.Product(_server.Client), await Shopping.Customer(_server.Client));
        var order = (await Shopping.Buy(customer, (product, 2)))["id"]!.ToString();
        await Shopping.Stock(_server.Client, product);
        // A try that could not be stored released what it had announced, and nothing of that name may come any more.
        await Orders.Stock($"{product}").Release(Context, $"{order}.1");

        Assert.Equal(HttpStatusCode.OK, (await customer.Post($"{Shopping.Api}/orders/{order}/cancel")).Status);
        Assert.Equal((10, 0, 0, 10), await Shopping.Stock(_server.Client, product));
    }

    [Fact]
    public async Task ACancellation_WhileAnEarlierTryIsNotSettled_Is503_AndGoesThroughAfterwards()
    {
        var (product, customer) = (await Shopping.Product(_server.Client), await Shopping.Customer(_server.Client));
        var order = (await Shopping.Buy(customer, (product, 2)))["id"]!.ToString();
        await Shopping.Stock(_server.Client, product);
        await Orders.Stock($"{product}").HoldReturn(Context, new($"{order}.1.0", new("order", order), 2));

        var refused = await customer.Post($"{Shopping.Api}/orders/{order}/cancel");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.Status, refused.Header("Retry-After") is not null));
        Assert.Equal((8, 0, 2, 10), await Shopping.Stock(_server.Client, product));

        await Settles(product);
        Assert.Equal(HttpStatusCode.OK, (await customer.Post($"{Shopping.Api}/orders/{order}/cancel")).Status);
        Assert.Equal((10, 0, 0, 10), await Shopping.Stock(_server.Client, product));
    }
}
