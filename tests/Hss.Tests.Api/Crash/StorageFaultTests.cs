using System.Net;
using Hss.Silo.Hosting;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Api.Crash;

/// <summary>Storage that goes away or is full: clear errors meanwhile, service afterwards, nothing lost.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-fault-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task PostgresStoppedAndStartedUnderLoad_Is503Meanwhile_ThenServesWithoutARestart_AndLosesNothing()
    {
        using var postgres = PostgresServer.Start();
        await using var server = await ApiServer.Start(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() });
        var customer = await Sample.NewCustomer(server.Client);
        var answers = new System.Collections.Concurrent.ConcurrentBag<(string Key, ApiAnswer Answer)>();
        using var stop = new CancellationTokenSource();
        var made = 0;
        var load = Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var key = $"k{Interlocked.Increment(ref made)}";
                answers.Add((key, await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", key))));
            }
        })));

        await Until(() => answers.Count(a => a.Answer.Status == HttpStatusCode.Created) >= 50);
        postgres.Stop();
        await Until(() => answers.Any(a => a.Answer.Status == HttpStatusCode.ServiceUnavailable));
        postgres.Restart();
        var before = answers.Count(a => a.Answer.Status == HttpStatusCode.Created);
        await Until(() => answers.Count(a => a.Answer.Status == HttpStatusCode.Created) >= before + 50);
        await stop.CancelAsync();
        await load;

        Assert.All(answers, a => Assert.True(a.Answer.Status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, a.Answer.Text));
        Assert.All(answers.Where(a => a.Answer.Status == HttpStatusCode.ServiceUnavailable), a =>
        {
            Assert.NotNull(a.Answer.Header("Retry-After"));
            Assert.Equal("unavailable", (string?)a.Answer.Json!["error"]!["code"]);
        });

        // Every acknowledged booking is there once; what was not acknowledged is there at most once, and once after a repeat with its key.
        foreach (var (key, _) in answers.Where(a => a.Answer.Status != HttpStatusCode.Created))
            Assert.Equal(HttpStatusCode.Created, (await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", key))).Status);
        Assert.Equal(answers.Select(a => a.Key).Distinct().Count(), (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
        await WholeJournal.IsClean(await ApiClient.Operator(server.Client));
    }

    [DiskFact]
    public async Task DiskOfPostgresThatIsFull_Is503_ThenServesAgain_AndNothingIsLostOrCorrupted()
    {
        using var disk = new SmallDisk(megabytes: 48);
        using var postgres = PostgresServer.Start();
        await using var server = await ApiServer.Start(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabaseIn(disk.Folder) });
        var customer = await Sample.NewCustomer(server.Client);
        disk.Fill(leaveKilobytes: 256);
        var answers = new System.Collections.Concurrent.ConcurrentBag<(string Key, ApiAnswer Answer)>();
        var made = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (made < 20_000 && answers.All(a => a.Answer.Status == HttpStatusCode.Created))
            {
                var key = $"k{Interlocked.Increment(ref made)}";
                answers.Add((key, await customer.Post("/hss/api/v1/bookings", Long(), ("Idempotency-Key", key))));
            }
        })));

        Assert.Contains("No space left on device", postgres.Log, StringComparison.Ordinal);
        Assert.Contains(answers, a => a.Answer.Status == HttpStatusCode.ServiceUnavailable);
        Assert.All(answers, a => Assert.True(a.Answer.Status == HttpStatusCode.Created || IsUnavailable(a.Answer), a.Answer.Text));
        Assert.Equal(HttpStatusCode.OK, (await customer.Get("/hss/api/v1/bookings?limit=1")).Status);

        disk.Free();
        foreach (var (key, _) in answers.Where(a => a.Answer.Status != HttpStatusCode.Created))
            Assert.Equal(HttpStatusCode.Created, (await customer.Post("/hss/api/v1/bookings", Long(), ("Idempotency-Key", key))).Status);
        Assert.Equal(answers.Count, (int)(await customer.Get("/hss/api/v1/bookings?limit=1")).Json!["total"]!);
        await WholeJournal.IsClean(await ApiClient.Operator(server.Client));
    }

    [FrozenFact]
    public async Task DataFolderThatBecomesReadOnly_UnderARunningServer_Is503_ThenServesAgain_AndNothingIsLostOrCorrupted()
    {
        await using var server = await ApiServer.Start();
        var customer = await Sample.NewCustomer(server.Client);
        await Sample.Create(customer);
        var database = Path.Combine(server.DataFolder, JournalOpener.SqliteFile);

        // Not the log's index: it is shared memory, and the kernel ends a process that writes to frozen memory.
        using (new FrozenFiles(database, $"{database}-wal", server.DataFolder))
        {
            for (var i = 0; i < 5; i++)
                Assert.True(IsUnavailable(await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", $"k{i}"))));
            Assert.Equal(1, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
        }

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Created, (await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", $"k{i}"))).Status);
        Assert.Equal(6, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
        await WholeJournal.IsClean(await ApiClient.Operator(server.Client));
    }

    [Fact]
    public async Task DiskThatIsFull_Is503_AndNothingIsCorrupted()
    {
        string token;
        int stored;
        (await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>())).Dispose();
        // Little more for any file of the process than the demonstration data take: the database's log soon cannot grow. The runtime's own mapped
        // files are larger, so they are off.
        var kilobytes = (_folder.GetFiles("hss.db*").Sum(f => f.Length) / 1024) + 2048;
        var settings = new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" };
        using (var server = await SeededProcess.Start(_folder.FullName, settings, $"ulimit -f {kilobytes}; trap '' XFSZ"))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            var customer = await Sample.NewCustomer(http);
            token = customer.Token!;
            ApiAnswer answer;
            var made = 0;
            do
            {
                answer = await customer.Post("/hss/api/v1/bookings", Long());
                made += answer.Status == HttpStatusCode.Created ? 1 : 0;
            }
            while (answer.Status == HttpStatusCode.Created && made < 20_000);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
            Assert.Equal(HttpStatusCode.OK, (await customer.Get("/hss/health")).Status);
            stored = made;
        }

        using (var server = await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>()))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            var customer = new ApiClient(http, token);
            Assert.Equal(stored, (int)(await customer.Get("/hss/api/v1/bookings?limit=1")).Json!["total"]!);
            await Sample.Create(customer);
            await WholeJournal.IsClean(await ApiClient.Operator(http));
        }
    }

    private static string Long() => Sample.Booking(b => b["address"] = new string('x', 500));

    private static bool IsUnavailable(ApiAnswer answer) =>
        answer.Status == HttpStatusCode.ServiceUnavailable && answer.Header("Retry-After") is not null && (string?)answer.Json!["error"]!["code"] == "unavailable";

    private static async Task Until(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!condition())
            await Task.Delay(10, guard.Token);
    }
}
