using System.Collections.Concurrent;
using System.Net;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// Buyers fight for few units while the real process is killed again and again: no unit is sold twice, the units sold are those of the
/// orders, and no hold is left over after its time.
/// </summary>
public sealed class OrderKillTests : IDisposable
{
    private const int Kills = 4;
    private const int Callers = 48;
    private const int Units = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-orders-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task BuyersOfTheLastUnits_UnderKills_OnSqlite_BuyEachUnitOnce() => KillAndProve([], seed: 21);

    [Fact]
    public async Task BuyersOfTheLastUnits_UnderKills_OnPostgres_BuyEachUnitOnce()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName), seed: 22);
    }

    private async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        var random = new Random(seed);
        settings["Stock__HoldSeconds"] = "1";
        var (customer, manager, operators) = ("", "", "");
        var acknowledged = new ConcurrentDictionary<long, ApiAnswer>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var faults = kill % 2 == 0 ? settings : new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:{random.Next(30, 80)}" };
            var unanswered = new ConcurrentBag<(string Key, object Body)>();
            long[] products;
            using (var server = await SeededProcess.Start(_folder.FullName, faults))
            {
                using var http = Client(server.Url);
                if (kill == 0)
                {
                    customer = (await Shopping.Customer(http)).Token!;
                    operators = (await ApiClient.Operator(http)).Token!;
                }

                // A product costs commits, and the fault point counts them: the shelf is filled by the server that survives.
                products = await OnShelf(http, kill == 0);
                var buying = Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Buy(
                    new(http, customer), $"{kill}-{c}", products, new Random(seed * 1000 + (kill * 100) + c), acknowledged, unanswered)));
                if (kill % 2 == 0)
                {
                    using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                    var before = acknowledged.Count;
                    while (acknowledged.Count < before + random.Next(10, 25))
                        await Task.Delay(1, guard.Token);
                    server.Kill();
                }
                else
                {
                    using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                    await server.Exited(guard.Token);
                }

                await buying;
            }

            using (var server = await SeededProcess.Start(_folder.FullName, settings))
            {
                using var http = Client(server.Url);
                manager = (await Shopping.Manager(http)).Token!;
                await Prove(http, new(http, customer), new(http, manager), new(http, operators), products, acknowledged, unanswered);
                if (kill + 1 < Kills)
                    await Restock(http);
            }
        }
    }

    private static async Task<long[]> OnShelf(HttpClient http, bool make)
    {
        if (!make)
            return [.. (await new ApiClient(http).Get($"{Shopping.Api}/products?q=killshelf")).Json!.AsArray().Select(p => (long)p!["id"]!)];
        return [await Shopping.Product(http, Units, name: "killshelf 1"), await Shopping.Product(http, Units, name: "killshelf 2"), await Shopping.Product(http, Units, name: "killshelf 3")];
    }

    private static async Task Restock(HttpClient http)
    {
        var manager = await Shopping.Manager(http);
        foreach (var product in await OnShelf(http, make: false))
            Assert.Equal(HttpStatusCode.OK, (await manager.Send(HttpMethod.Put, $"{Shopping.Api}/products/{product}", new { stock = Units })).Status);
    }

    private static async Task Buy(
        ApiClient customer, string name, long[] products, Random random, ConcurrentDictionary<long, ApiAnswer> acknowledged, ConcurrentBag<(string, object)> unanswered)
    {
        for (var n = 0; ; n++)
        {
            var (key, body) = ($"{name}-{n}", Shopping.Order([.. products.Where(_ => random.Next(3) > 0).DefaultIfEmpty(products[0]).Select(p => (p, (long)random.Next(1, 3)))]));
            try
            {
                var answer = await customer.Post($"{Shopping.Api}/orders", body, ("Idempotency-Key", key));
                if (answer.Status == HttpStatusCode.Created)
                    acknowledged[(long)answer.Json!["id"]!] = answer;
                else if (answer.Status == HttpStatusCode.BadRequest && n > 200)
                    return;
            }
            catch (HttpRequestException)
            {
                unanswered.Add((key, body));
                return;
            }
        }
    }

    private static async Task Prove(
        HttpClient http, ApiClient customer, ApiClient manager, ApiClient operators, long[] products,
        ConcurrentDictionary<long, ApiAnswer> acknowledged, ConcurrentBag<(string Key, object Body)> unanswered)
    {
        // A write without an answer, repeated with its key, gives one order at most: it is placed now, or was, or cannot be filled.
        foreach (var (key, body) in unanswered)
        {
            var first = await customer.Post($"{Shopping.Api}/orders", body, ("Idempotency-Key", key));
            if (first.Status == HttpStatusCode.BadRequest)
                continue;
            Assert.Equal(HttpStatusCode.Created, first.Status);
            var again = await customer.Post($"{Shopping.Api}/orders", body, ("Idempotency-Key", key));
            Assert.Equal(((long)first.Json!["id"]!, "true"), ((long)again.Json!["id"]!, again.Header("Idempotent-Replayed")));
        }

        var stocks = new Dictionary<long, long>();
        foreach (var product in products)
        {
            var stock = await Shopping.Stock(http, product);
            Assert.InRange(stock.Available, 0, long.MaxValue);
            stocks[product] = stock.Sold;
        }

        var orders = (await manager.Get($"{Shopping.Api}/orders/all")).Json!.AsArray().Select(o => o!).ToDictionary(o => (long)o["id"]!);
        Assert.All(acknowledged, a => Assert.Equal(a.Value.Json!["items"]!.ToJsonString(), orders[a.Key]["items"]!.ToJsonString()));
        foreach (var product in products)
            Assert.Equal(orders.Values.SelectMany(o => o["items"]!.AsArray()).Where(i => (long)i!["product_id"]! == product).Sum(i => (long)i!["quantity"]!), stocks[product]);
        await WholeJournal.IsClean(operators);
    }

    private static HttpClient Client(Uri url) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
