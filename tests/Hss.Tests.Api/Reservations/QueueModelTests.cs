using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

/// <summary>50 users cycle through 5 resources for a minute; then a model reads the journal and the answers, and says whether anything went wrong.</summary>
public sealed class QueueModelTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Users = 50;
    private static readonly int[] Capacities = [1, 1, 1, 2, 3];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task FiftyUsersCyclingForAMinuteOnFiveResources_NeverTwoHoldersOfOnePlace_NeverOutOfOrder_NobodyLost()
    {
        var resources = await Task.WhenAll(Capacities.Select(c => Queueing.Resource(api.Client, c)));
        var users = await Queueing.Users(api.Client, Users);
        using var end = new CancellationTokenSource(Time);

        var granted = (await Task.WhenAll(users.Select((u, i) => Cycle(u, new Random(1000 + i), resources, end.Token)))).SelectMany(g => g).ToList();

        Assert.True(granted.Count > 100, $"Only {granted.Count} grants were seen");
        for (var i = 0; i < resources.Length; i++)
            await Check(resources[i], Capacities[i], [.. granted.Where(g => g.Resource == resources[i]).Select(g => g.Token)]);
    }

    // Each user asks for a resource, waits until it has it, keeps it alive, gives it back; now and then it gives up.
    private static async Task<List<(long Resource, long Token)>> Cycle(ApiClient user, Random random, long[] resources, CancellationToken end)
    {
        var grants = new List<(long, long)>();
        while (!end.IsCancellationRequested)
        {
            var resource = resources[random.Next(resources.Length)];
            var asked = await user.Do("request", resource);
            Assert.True(asked.Status == HttpStatusCode.Created, asked.Text);
            while (true)
            {
                // Whoever has it uses it for a moment, and whoever waits looks again after one.
                await Task.Delay(random.Next(20, 150), CancellationToken.None);
                var alive = await user.Do("keep_alive", resource);
                Assert.True(alive.Status == HttpStatusCode.OK, alive.Text);
                if (alive.Json!["fencing_token"] is { } token)
                {
                    grants.Add((resource, (long)token));
                    Assert.Equal(HttpStatusCode.OK, (await user.Do("release", resource)).Status);
                    break;
                }

                if (random.Next(10) == 0)
                {
                    // It may have been granted meanwhile: then it is not in the queue, and has it.
                    var cancelled = await user.Do("cancel", resource);
                    if (cancelled.Status == HttpStatusCode.OK)
                        break;
                    Assert.Equal(HttpStatusCode.NotFound, cancelled.Status);
                }
            }
        }

        return grants;
    }

    private async Task Check(long resource, int capacity, ImmutableHashSet<long> seen)
    {
        var model = new QueueModel(capacity);
        foreach (var e in await api.Server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "queue", Id = $"{resource}", Limit = int.MaxValue }, default))
            model.Read(e.Event.Type, JsonNode.Parse(e.Event.Data)!);

        Assert.Empty(model.Waiting);
        Assert.Empty(model.Holding);
        // Every grant was seen by whoever had it, and nobody saw another.
        Assert.Equal(model.Grants.Keys.Order(), seen.Order());
    }
}
