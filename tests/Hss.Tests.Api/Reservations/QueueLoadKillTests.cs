using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Crash;

namespace Hss.Tests.Api.Reservations;

/// <summary>
/// Users cycle through few resources while the real process is killed again and again: what was acknowledged stands, the queue that comes back
/// is the one that the journal tells of, and nobody pays for the outage with their lease.
/// </summary>
public sealed class QueueLoadKillTests : IDisposable
{
    private const int Kills = 3;
    private const int Users = 16;
    private static readonly int[] Capacities = [1, 1, 2];

    // In whole seconds, as leases are shown.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-cycle-");
    private readonly Dictionary<long, int> _capacities = [];
    private readonly Acknowledged _acknowledged = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task UsersCycling_UnderKills_OnSqlite_LoseNothingThatWasAcknowledged() => KillAndProve([], seed: 51);

    [Fact]
    public async Task UsersCycling_UnderKills_OnPostgres_LoseNothingThatWasAcknowledged()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName), seed: 52);
    }

    private async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        // What is proved here is not how fast a busy machine is.
        settings["Limits__RequestSeconds"] = "25";
        var random = new Random(seed);
        var (tokens, operators, parked) = ((string[])[], "", 0L);
        var (lease, down) = (0L, new Stopwatch());
        for (var kill = 0; kill <= Kills; kill++)
        {
            // In turn: from outside at any moment, and by itself between a commit and its answer.
            var faults = kill % 2 == 0 ? settings : new(settings) { ["HSS_FAULT"] = $"kill-after-commit:{random.Next(60, 120)}" };
            using var server = await SeededProcess.Start(_folder.FullName, faults);
            var outage = down.Elapsed;
            using var http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
            if (kill == 0)
            {
                foreach (var capacity in Capacities)
                    _capacities[await Queueing.Resource(http, capacity)] = capacity;
                parked = await Queueing.Resource(http);
                tokens = [.. (await Queueing.Users(http, Users)).Select(u => u.Token!)];
                operators = (await ApiClient.Operator(http)).Token!;
                Assert.Equal(HttpStatusCode.Created, (await new ApiClient(http, tokens[0]).Do("request", parked)).Status);
                lease = await Lease(new(http, tokens[0]), parked);
            }
            else
            {
                // By the time since the last sign of life, which came a second or so before the end.
                var extended = await Lease(new(http, tokens[0]), parked);
                Assert.InRange(extended - lease, (long)Outage.TotalSeconds, (long)outage.TotalSeconds + 5);
                lease = extended;
                await Prove(new(http, tokens[0]), new(http, operators));
            }

            if (kill == Kills)
            {
                await WholeJournal.IsClean(new(http, operators));
                return;
            }

            var cycling = Task.WhenAll(tokens.Select((t, i) => Cycle(new(http, t), new Random((seed * 1000) + (kill * 100) + i))));
            using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            if (kill % 2 == 0)
            {
                var enough = _acknowledged.Count + random.Next(100, 200);
                while (_acknowledged.Count < enough && !cycling.IsFaulted)
                    await Task.Delay(1, guard.Token);
                server.Kill();
            }
            else
            {
                await server.Exited(guard.Token);
            }

            down.Restart();
            await cycling;
            await Task.Delay(Outage);
        }
    }

    // Until the process is gone: whoever is in a queue goes on there, everybody else asks for a resource.
    private async Task Cycle(ApiClient user, Random random)
    {
        try
        {
            foreach (var resource in _capacities.Keys)
            {
                if ((await user.Get($"/reservia/reservation/active/user?resource_id={resource}")).Json!["reservation"] is not null)
                    await Wait(user, resource, random);
            }

            while (true)
            {
                var resource = _capacities.Keys.ElementAt(random.Next(_capacities.Count));
                var asked = await user.Do("request", resource);
                Assert.True(asked.Status == HttpStatusCode.Created, asked.Text);
                _acknowledged.Requested(resource, asked.Json!);
                await Wait(user, resource, random);
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed; what had no answer may have happened or not.
        }
    }

    private async Task Wait(ApiClient user, long resource, Random random)
    {
        while (true)
        {
            await Task.Delay(random.Next(1, 20));
            var alive = await user.Do("keep_alive", resource);
            Assert.True(alive.Status == HttpStatusCode.OK, alive.Text);
            if (alive.Json!["fencing_token"] is { } token)
            {
                _acknowledged.Granted(resource, (long)token, (long)alive.Json!["reservation_id"]!);
                var released = await user.Do("release", resource);
                Assert.True(released.Status == HttpStatusCode.OK, released.Text);
                _acknowledged.Ended(resource, released.Json!, "released");
                return;
            }

            if (random.Next(10) == 0 && await user.Do("cancel", resource) is { Status: HttpStatusCode.OK } cancelled)
            {
                _acknowledged.Ended(resource, cancelled.Json!, "cancelled");
                return;
            }
        }
    }

    private async Task Prove(ApiClient user, ApiClient operators)
    {
        foreach (var (resource, capacity) in _capacities)
        {
            // The model itself sees that no place was held twice, that nobody was served out of order and that tokens grew.
            var model = new QueueModel(capacity);
            foreach (var e in await QueueEvents.Of(operators, resource))
                model.Read((string)e["type"]!, e["data"]!);
            _acknowledged.Stand(resource, model);

            var active = (await user.Get($"/reservia/reservation/active?resource_id={resource}")).Json!["reservations"]!.AsArray().Select(r => r!).ToArray();
            Assert.Equal(
                model.Holding.Select(h => (h.Key, h.Value)).Order(),
                active.Where(r => (string?)r["status"] == "approved").Select(r => ((long)r["id"]!, (long)r["fencing_token"]!)).Order());
            Assert.Equal(
                model.Waiting.Select((id, i) => (i + 1, id)),
                active.Where(r => (string?)r["status"] == "requested").Select(r => ((int)r["position"]!, (long)r["id"]!)).Order());
            Assert.True(model.Waiting.Count == 0 || model.Holding.Count == capacity, "A place is free while somebody waits");
        }
    }

    private static async Task<long> Lease(ApiClient user, long resource) =>
        (long)(await user.Get($"/reservia/reservation/active/user?resource_id={resource}")).Json!["reservation"]!["valid_until_date"]!;

    /// <summary>All that users were told.</summary>
    private sealed class Acknowledged
    {
        private readonly ConcurrentDictionary<(long Resource, long Id), string?> _reservations = new();
        private readonly ConcurrentDictionary<(long Resource, long Token), long> _grants = new();

        public int Count => _reservations.Count;

        public void Requested(long resource, JsonNode answer)
        {
            var id = (long)answer["reservation_id"]!;
            Assert.True(_reservations.TryAdd((resource, id), null), $"Reservation {id} was given twice");
            if (answer["fencing_token"] is { } token)
                Granted(resource, (long)token, id);
        }

        public void Granted(long resource, long token, long id) => Assert.Equal(id, _grants.GetOrAdd((resource, token), id));

        public void Ended(long resource, JsonNode answer, string how) => _reservations[(resource, (long)answer["reservation_id"]!)] = how;

        public void Stand(long resource, QueueModel model)
        {
            Assert.All(_grants.Where(g => g.Key.Resource == resource), g => Assert.Equal(g.Value, model.Grants[g.Key.Token]));
            foreach (var ((_, id), how) in _reservations.Where(r => r.Key.Resource == resource))
            {
                if (how is not null)
                    Assert.Equal(how, model.Ended.GetValueOrDefault(id));
                else
                    Assert.True(model.Waiting.Contains(id) || model.Holding.ContainsKey(id) || model.Ended.ContainsKey(id), $"Reservation {id} is lost");
            }
        }
    }
}
