using System.Globalization;
using System.Text;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Orders;

/// <summary>What orders leave in the database: few rows, and nothing personal in the clear.</summary>
public sealed class OrderRowsTests : IAsyncLifetime
{
    private const string Address = "17 Readable Lane, Clearwater";
    private const string HomeAddress = "99 Plainview Court, Opentown";

    private ApiServer _server = null!;

    private IJournal Journal => _server.Services.GetRequiredService<IJournal>();

    public async Task InitializeAsync() => _server = await ApiServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task AOneLineOrder_CostsTwoCommitsBeforeItsAnswer_OneEntityRow_AndTwoEventsWithItsShareOfAConfirm()
    {
        var product = await Shopping.Product(_server.Client);
        var customer = await Shopping.Customer(_server.Client);
        await Shopping.Buy(customer, (product, 1));
        await Shopping.Stock(_server.Client, product);
        var before = (await Journal.Position(default)).Seq;

        var order = await Shopping.Buy(customer, (product, 1));
        await Shopping.Stock(_server.Client, product);

        var events = (await Journal.Events(new() { AfterSeq = before }, default)).Where(e => e.Key.Kind is "order" or "stock").ToList();
        Assert.Equal(
            [("stock", $"{product}", "stock.held"), ("order", $"{order["id"]}", "order.placed"), ("stock", $"{product}", "stock.confirmed")],
            events.Select(e => (e.Key.Kind, e.Key.Id, e.Event.Type)));
    }

    [Fact]
    public async Task OrdersAndTheirInvoices_LeaveMemory_WhenTheirWorkIsDone()
    {
        var product = await Shopping.Product(_server.Client, stock: 10);
        var customer = await Shopping.Customer(_server.Client);
        for (var n = 0; n < 3; n++)
            await Shopping.Buy(customer, (product, 1));

        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Journal.List(new("invoice") { Statuses = ["issued"] }, guard.Token)).Total < 3 || await InMemory("order") + await InMemory("invoice") > 0)
            await Task.Yield();

        async Task<int> InMemory(string grain)
        {
            var text = await _server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), guard.Token);
            var sample = $"hss_grain_activations{{grain=\"{grain}\"}} ";
            return int.Parse(text.Split('\n').Single(l => l.StartsWith(sample, StringComparison.Ordinal))[sample.Length..], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task AddressesAndTaxIds_AreInNoFileOfTheDatabase()
    {
        var product = await Shopping.Product(_server.Client);
        var email = $"rest{Guid.NewGuid():N}@example.org";
        await new ApiClient(_server.Client).Post(
            $"{Shopping.Api}/auth/register", new { first_name = "Ada", last_name = "L", email, password = "12345678", address = HomeAddress });
        var customer = await Shopping.SignIn(_server.Client, email, "12345678");
        var placed = await customer.Post(
            $"{Shopping.Api}/orders", new { delivery_address = Address, items = new[] { new { product_id = product, quantity = 1 } } }, ("Idempotency-Key", "at-rest"));
        Assert.Equal(Address, (string?)placed.Json!["delivery_address"]);
        var invoice = await customer.Get($"{Shopping.Api}/orders/{placed.Json["id"]}/invoice");
        Assert.Equal(System.Net.HttpStatusCode.OK, invoice.Status);

        var files = Directory.EnumerateFiles(_server.DataFolder, "hss.db*").ToList();
        Assert.Contains(files, f => f.EndsWith("hss.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            Assert.All([Address, HomeAddress, "Readable Lane", "Plainview", "11111111111"], text => Assert.DoesNotContain(text, bytes, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task TheDemonstration_HasItsCustomersOrders_AndAStartAddsNone()
    {
        var customer = await Shopping.Customer(_server.Client);
        var orders = (await customer.Get($"{Shopping.Api}/orders")).Json!.AsArray();

        Assert.Equal(["processing", "delivered", "delivered"], orders.Select(o => (string?)o!["status"]));
        Assert.Equal([null, 13, 42], orders.Select(o => (string?)o!["delivered_at"] is { } at ? (int?)Math.Round((DateTimeOffset.UtcNow - DateTimeOffset.Parse(at)).TotalDays) : null));
        Assert.Equal(50, (int)(await customer.Get($"{Shopping.Api}/products/1")).Json!["stock"]!);
        await _server.Restart();
        Assert.Equal(3, (await (await Shopping.Customer(_server.Client)).Get($"{Shopping.Api}/orders")).Json!.AsArray().Count);
        Assert.Equal(8, (await (await Shopping.Manager(_server.Client)).Get($"{Shopping.Api}/orders/all")).Json!.AsArray().Count);

        // A refund of the one that arrived 42 days ago comes too late; of the other it does not.
        var again = await Shopping.Customer(_server.Client);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await again.Post($"{Shopping.Api}/orders/{orders[2]!["id"]}/refund/request")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await again.Post($"{Shopping.Api}/orders/{orders[1]!["id"]}/refund/request")).Status);
    }
}
