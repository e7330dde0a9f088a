using System.Net;

namespace Hss.Tests.Api.Crash;

public sealed class SqliteKillTests : KillTests
{
    [Fact]
    public Task KillAtAnyMomentUnderLoad_OnSqlite_LosesNothingThatWasAcknowledged() => KillAndProve([], seed: 11);
}

public sealed class PostgresKillTests : KillTests
{
    [Fact]
    public async Task KillAtAnyMomentUnderLoad_OnPostgres_LosesNothingThatWasAcknowledged() =>
        await KillAndProve(await DemonstrationData.OnPostgres(Folder.FullName), seed: 12);
}

/// <summary>
/// <c>kill -9</c> under load, then start: what was acknowledged is there once, nothing is half done, and the journal proves it. The real
/// program in a process of its own, on both databases.
/// </summary>
public abstract class KillTests : IDisposable
{
    private const int Kills = 10;
    private const int AtFaultPoint = 3;
    private const int Callers = 96;
    private const int LeastInFlight = 32;
    private const int MaxAttempts = 3 * Kills;

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("hss-kill-");

    public void Dispose() => Folder.Delete(recursive: true);

    protected async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        var random = new Random(seed);
        // The fault point counts batches: the demonstration data must not use them up.
        string customerToken, staffToken, operatorToken;
        using (var first = await SeededProcess.Start(Folder.FullName, settings))
        {
            using var http = Client(first.Url);
            customerToken = (await ApiClient.Customer(http)).Token!;
            staffToken = (await ApiClient.Staff(http)).Token!;
            operatorToken = (await ApiClient.Operator(http)).Token!;
        }

        // Each server proves what the one before it left behind, and is the next to be killed; a fault point is set at a start and must not count
        // what proving commits.
        ServerProcess? server = null;
        try
        {
            for (var (kill, attempt) = (0, 0); kill < Kills; attempt++)
            {
                Assert.InRange(attempt, 0, MaxAttempts);
                var atFaultPoint = kill < AtFaultPoint;
                if (atFaultPoint)
                {
                    server?.Dispose();
                    server = await SeededProcess.Start(Folder.FullName, new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:{random.Next(40, 90)}" });
                }

                BookingLoad load;
                using (var http = Client(server!.Url))
                {
                    load = new(new(http, customerToken), new(http, staffToken), $"kill-{attempt}");
                    await LoadUntilKilled(server, load, atFaultPoint, random.Next(100, 500));
                }

                // Whoever has no answer was in flight when the process died. A kill that met fewer is proved, too, but does not count.
                if (load.Writes.Count(w => w.Answer is null) >= LeastInFlight)
                    kill++;

                server.Dispose();
                server = await SeededProcess.Start(Folder.FullName, settings);
                using var client = Client(server.Url);
                await Prove(load, new(client, customerToken), new(client, staffToken), new(client, operatorToken));
            }
        }
        finally
        {
            server?.Dispose();
        }
    }

    private static async Task LoadUntilKilled(ServerProcess server, BookingLoad load, bool atFaultPoint, int acknowledgements)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var calls = load.Run(Callers, guard.Token);
        if (atFaultPoint)
        {
            await server.Exited(guard.Token);
        }
        else
        {
            while (load.Acknowledged < acknowledgements || load.InFlight < LeastInFlight)
                await Task.Delay(1, guard.Token);

            server.Kill();
        }

        await calls;
    }

    private static async Task Prove(BookingLoad load, ApiClient customer, ApiClient staff, ApiClient operators)
    {
        var before = await StoredBookings.Read(operators);
        foreach (var write in load.Writes)
        {
            var stored = before.ByMarker[write.Marker].ToList();
            if (write.Answer is not null)
                Assert.Single(stored, b => (string?)b["id"] == (write.BookingId ?? (string?)write.Answer.Json!["booking_id"]));
            else
                Assert.InRange(stored.Count, write.Step == "submit" ? 0 : 1, 1);
            foreach (var booking in stored)
                Assert.InRange(before.EventsById[(string)booking["id"]!].Count(t => t == EventOf(write.Step)), write.Answer is null ? 0 : 1, 1);
        }

        // A write without an answer, repeated with its key, gives exactly one; an answered one gives its answer again.
        foreach (var write in load.Writes.Where(w => w.Answer is null).Concat(load.Writes.Where(w => w.Answer is not null).Take(20)))
        {
            var again = await (write.ByStaff ? staff : customer).Post(write.Path, write.Body, ("Idempotency-Key", write.Key));
            Assert.Equal(write.Step == "submit" ? HttpStatusCode.Created : HttpStatusCode.OK, again.Status);
            if (write.Answer is not null)
                Assert.Equal("true", again.Header("Idempotent-Replayed"));
        }

        var after = await StoredBookings.Read(operators);
        foreach (var write in load.Writes)
        {
            var id = (string)Assert.Single(after.ByMarker[write.Marker])["id"]!;
            Assert.Single(after.EventsById[id], EventOf(write.Step));
        }

        await WholeJournal.IsClean(operators);
    }

    private static string EventOf(string step) => step switch
    {
        "submit" => "booking.submitted",
        "approve" => "booking.approved",
        _ => "booking.payment_captured",
    };

    private static HttpClient Client(Uri url) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
}
