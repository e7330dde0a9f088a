using System.Net;
using Hss.Tests.Api.Crash;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Reservations;

/// <summary>What was acknowledged stands, whenever the process is killed.</summary>
public sealed class QueueKillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-queue-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task KillWithAQueueOf100_TheSameQueue_OnSqlite() => KillAndCompare([]);

    [Fact]
    public async Task KillWithAQueueOf100_TheSameQueue_OnPostgres()
    {
        await KillAndCompare(await DemonstrationData.OnPostgres(_folder.FullName));
    }

    private async Task KillAndCompare(Dictionary<string, string> settings)
    {
        var (token, resource) = ("", 0L);
        (long[] Holders, long[] Waiting) before;
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            resource = await Queueing.Resource(http);
            var users = await Queueing.Users(http, 101);
            var answers = await Shopping.AtOnce(users.Length, i => users[i].Do("request", resource));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
            token = users[0].Token!;
            before = await Queueing.Queue(users[0], resource);
            Assert.Equal((1, 100), (before.Holders.Length, before.Waiting.Length));
            server.Kill();
        }

        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            var after = await Queueing.Queue(new(http, token), resource);
            Assert.Equal(before.Holders, after.Holders);
            Assert.Equal(before.Waiting, after.Waiting);
            await WholeJournal.IsClean(await ApiClient.Operator(http));
        }
    }
}
