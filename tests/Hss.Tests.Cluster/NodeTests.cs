using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Hss.Tests.Api;
using Hss.Tests.Api.Crash;
using Hss.Tests.Api.Reservations;
using Hss.Tests.Api.Shop;
using Xunit.Abstractions;

namespace Hss.Tests.Cluster;

/// <summary>Three silos and two API nodes on one PostgreSQL, each a process of its own.</summary>
public sealed class NodeTests(ITestOutputHelper output)
{
    private const int Buyers = 6;
    private const int Waiters = 4;
    private const int Each = 60;

    private readonly ConcurrentDictionary<string, long> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, long> _grants = new();
    private readonly Stopwatch _time = new();
    private readonly Lock _gate = new();
    private long _errors;
    private TimeSpan _lastDone;
    private TimeSpan _longest;

    [Fact]
    public async Task SilosThatAreKilledAddedAndStopped_UnderTheStoresAndTheQueuesLoad_LoseNothingAndDoNothingTwice()
    {
        using var cluster = await Cluster.StartNodes(silos: 3, apis: 2);
        HttpClient[] nodes = [cluster.Client(0), cluster.Client(1)];
        var (product, resource) = (await Shopping.Product(nodes[0], 100_000), await Queueing.Resource(nodes[0]));
        var customer = (await Shopping.Customer(nodes[0])).Token!;
        var users = (await Queueing.Users(nodes[0], Waiters)).Select(u => u.Token!).ToArray();
        using var stop = new CancellationTokenSource();
        _time.Start();
        var load = Task.WhenAll([
            .. Enumerable.Range(0, Buyers).Select(i => Buy([.. nodes.Select(n => new ApiClient(n, customer))], $"b{i}", product, stop.Token)),
            .. users.Select((u, i) => Cycle([.. nodes.Select(n => new ApiClient(n, u))], $"w{i}", resource, stop.Token)),
        ]);

        await Done(Each, load, "before");
        cluster.Kill(1);
        await Done(Each, load, "after the kill");
        await cluster.AddSiloAlone();
        await Done(Each, load, "with one more");
        Assert.Equal(0, await cluster.Stop(0));
        await Done(Each, load, "after the stop");
        await stop.CancelAsync();
        await load;

        output.WriteLine($"{_orders.Count} orders, {_grants.Count} grants, {_errors} errors; the longest time without any answer that was not one: {_longest.TotalSeconds:0.0} s");
        Assert.True(_longest < TimeSpan.FromSeconds(60), $"Nothing was done for {_longest}");
        var stock = await Shopping.Stock(nodes[1], product);
        Assert.Equal(_orders.Count, stock.Sold);
        var stored = (await (await Shopping.Manager(nodes[1])).Get($"{Shopping.Api}/orders/all")).Json!.AsArray()
            .Where(o => o!["items"]!.AsArray().Any(i => (long)i!["product_id"]! == product)).Select(o => (long)o!["id"]!);
        Assert.Equal(_orders.Values.Order(), stored.Order());
        var operators = await ApiClient.Operator(nodes[1]);
        var model = new QueueModel(capacity: 1);
        foreach (var e in await QueueEvents.Of(operators, resource))
            model.Read((string)e["type"]!, e["data"]!);
        Assert.All(_grants, g => Assert.Equal(g.Value, model.Grants[g.Key]));
        await WholeJournal.IsClean(operators);
    }

    [Fact]
    public async Task ASignOutOnOneNode_CountsOnTheOther_WithinASecond()
    {
        using var cluster = await Cluster.StartNodes(silos: 1, apis: 2);
        var here = await ApiClient.SignIn(cluster.Client(0), "customer@hss.local", "Customer123!");
        var there = new ApiClient(cluster.Client(1), here.Token);
        Assert.Equal(HttpStatusCode.OK, (await there.Get("/api/v1/auth/me")).Status);

        Assert.True((await here.Post("/api/v1/auth/logout")).Status is HttpStatusCode.OK or HttpStatusCode.NoContent);

        Assert.Equal(HttpStatusCode.Unauthorized, (await here.Get("/api/v1/auth/me")).Status);
        await Task.Delay(TimeSpan.FromSeconds(1)); // The promise itself.
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.Get("/api/v1/auth/me")).Status);
    }

    // Every purchase is repeated with its key until it has an answer, on whatever node.
    private async Task Buy(ApiClient[] nodes, string name, long product, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var answer = await Insist(nodes, c => c.Post($"{Shopping.Api}/orders", Shopping.Order((product, 1)), ("Idempotency-Key", $"{name}-{n}")));
            Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
            Assert.True(_orders.TryAdd($"{name}-{n}", (long)answer.Json!["id"]!));
        }
    }

    private async Task Cycle(ApiClient[] nodes, string name, long resource, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var answer = await Do("request", $"{name}-{n}");
            Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
            while (answer.Json!["fencing_token"] is null)
            {
                await Task.Delay(20, CancellationToken.None);
                answer = await Do("keep_alive", null);
                Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            }

            var (token, id) = ((long)answer.Json!["fencing_token"]!, (long)answer.Json!["reservation_id"]!);
            Assert.Equal(id, _grants.GetOrAdd(token, id));
            answer = await Do("release", $"{name}-{n}-r");
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        }

        Task<ApiAnswer> Do(string verb, string? key) => Insist(
            nodes, c => c.Post($"/reservia/reservation/{verb}", new { resource_id = resource }, key is null ? [] : [("Idempotency-Key", key)]));
    }

    // Errors of a silo's end, and a first try that still runs, are tried again.
    private async Task<ApiAnswer> Insist(ApiClient[] nodes, Func<ApiClient, Task<ApiAnswer>> send)
    {
        for (var n = Random.Shared.Next(nodes.Length); ; n++)
        {
            var answer = await send(nodes[n % nodes.Length]);
            if (answer.Status != HttpStatusCode.ServiceUnavailable && !(answer.Status == HttpStatusCode.Conflict && answer.Text.Contains("still running", StringComparison.Ordinal)))
            {
                lock (_gate)
                {
                    _longest = _time.Elapsed - _lastDone is var pause && pause > _longest ? pause : _longest;
                    _lastDone = _time.Elapsed;
                }

                return answer;
            }

            Interlocked.Increment(ref _errors);
            await Task.Delay(100);
        }
    }

    private async Task Done(int more, Task load, string when)
    {
        var (orders, grants) = (_orders.Count + more, _grants.Count + (more / 4));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (_orders.Count < orders || _grants.Count < grants)
        {
            Assert.False(guard.IsCancellationRequested, $"{when}: {_orders.Count} of {orders} orders, {_grants.Count} of {grants} grants");
            if (load.IsCompleted)
                await load;
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
