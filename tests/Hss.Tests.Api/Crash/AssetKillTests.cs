using System.Collections.Concurrent;
using System.Net;
using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Registry;

namespace Hss.Tests.Api.Crash;

/// <summary>Assets are made without tags while the real process is killed again and again: no tag is given twice, and none is left out.</summary>
public sealed class AssetKillTests : IDisposable
{
    private const int Kills = 3;
    private const int Callers = 24;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-assets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Tags_UnderKills_OnSqlite_HaveNoGapAndNoRepeat() => KillAndProve([], seed: 31);

    [Fact]
    public async Task Tags_UnderKills_OnPostgres_HaveNoGapAndNoRepeat()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName), seed: 32);
    }

    private async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        // What is proved here is not how fast a busy machine is.
        settings["Limits__RequestSeconds"] = "25";
        var random = new Random(seed);
        var (manager, category) = ("", "");
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var unanswered = new ConcurrentBag<string>();
            using (var server = await SeededProcess.Start(_folder.FullName, settings))
            {
                using var http = Client(server.Url);
                if (kill == 0)
                    (manager, category) = ((await Sams.Manager(http)).Token!, await Sams.Category(http, "KILL"));
                var making = Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Make(new(http, manager), category, $"{kill}-{c}", acknowledged, unanswered)));
                using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                var before = acknowledged.Count;
                while (acknowledged.Count < before + random.Next(30, 60))
                    await Task.Delay(1, guard.Token);
                server.Kill();
                await making;
            }

            using (var server = await SeededProcess.Start(_folder.FullName, settings))
            {
                using var http = Client(server.Url);
                await Prove(new(http, manager), category, acknowledged, unanswered);
                await WholeJournal.IsClean(await ApiClient.Operator(http));
            }
        }
    }

    private static async Task Make(ApiClient manager, string category, string name, ConcurrentDictionary<string, string> acknowledged, ConcurrentBag<string> unanswered)
    {
        for (var n = 0; ; n++)
        {
            var key = $"{name}-{n}";
            try
            {
                var made = await Make(manager, category, key);
                Assert.True(made.Status == HttpStatusCode.Created, made.Text);
                acknowledged[key] = (string)made.Json!["asset_tag"]!;
            }
            catch (HttpRequestException)
            {
                unanswered.Add(key);
                return;
            }
        }
    }

    private static Task<ApiAnswer> Make(ApiClient manager, string category, string key) =>
        manager.Post(Register.Url, new { name = key, category_id = category }, ("Idempotency-Key", key));

    // What had no answer is made when it is asked for again, under the tag that it may have had already: then all numbers are given.
    private static async Task Prove(ApiClient manager, string category, ConcurrentDictionary<string, string> acknowledged, ConcurrentBag<string> unanswered)
    {
        foreach (var key in unanswered)
        {
            var (first, again) = (await Make(manager, category, key), await Make(manager, category, key));
            // On a machine that took longer than a hold lasts, it was given up: then it is not there, and its number is given again.
            if ((first.Status, again.Status) == (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable))
                continue;
            Assert.True(first.Status == HttpStatusCode.Created, first.Text);
            Assert.Equal((first.Text, "true"), (again.Text, again.Header("Idempotent-Replayed")));
            acknowledged[key] = (string)first.Json!["asset_tag"]!;
        }

        var stored = new Dictionary<string, string>();
        for (var skip = 0; stored.Count < acknowledged.Count; skip += 100)
        {
            var rows = await Register.Rows(manager, $"category_id={category}&limit=100&skip={skip}");
            Assert.NotEmpty(rows);
            foreach (var row in rows)
                stored.Add((string)row["name"]!, (string)row["asset_tag"]!);
        }

        Assert.Equal(acknowledged.OrderBy(a => a.Key), stored.OrderBy(a => a.Key));
        var year = DateTimeOffset.UtcNow.Year;
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => $"SRS-KILL-{year}-{n:0000}"), stored.Values.Order());
        Assert.Equal(stored.Count, (int)(await manager.Get($"{Register.Url}?category_id={category}&limit=1")).Json!["total"]!);
    }

    private static HttpClient Client(Uri url) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
