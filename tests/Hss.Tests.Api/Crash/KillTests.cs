using System.Net;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// <c>kill -9</c> under load, then start: what was acknowledged is there once, nothing is half done, and the journal proves it. The real
/// program in a process of its own, on both databases.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 10;
    private const int AtFaultPoint = 3;
    private const int Callers = 96;
    private const int LeastInFlight = 32;
    private const int MaxAttempts = 3 * Kills;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task KillAtAnyMomentUnderLoad_OnSqlite_LosesNothingThatWasAcknowledged() => KillAndProve([], seed: 11);

    [Fact]
    public async Task KillAtAnyMomentUnderLoad_OnPostgres_LosesNothingThatWasAcknowledged()
    {
        using var postgres = PostgresServer.Start();
        await KillAndProve(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() }, seed: 12);
    }

    private async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        var random = new Random(seed);
        // The fault point counts batches: the demonstration data must not use them up.
        string customerToken, staffToken, operatorToken;
        using (var server = await ServerProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            customerToken = (await ApiClient.Customer(http)).Token!;
            staffToken = (await ApiClient.Staff(http)).Token!;
            operatorToken = (await ApiClient.Operator(http)).Token!;
        }

        for (var (kill, attempt) = (0, 0); kill < Kills; attempt++)
        {
            Assert.InRange(attempt, 0, MaxAttempts);
            var atFaultPoint = kill < AtFaultPoint;
            var faults = atFaultPoint ? new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:{random.Next(40, 90)}" } : settings;
            BookingLoad load;
            using (var server = await ServerProcess.Start(_folder.FullName, faults))
            {
                using var http = Client(server.Url);
                load = new(new(http, customerToken), new(http, staffToken), $"kill-{attempt}");
                await LoadUntilKilled(server, load, atFaultPoint, random.Next(100, 500));
            }

            // Whoever has no answer was in flight when the process died. A kill that met fewer is proved, too, but does not count.
            if (load.Writes.Count(w => w.Answer is null) >= LeastInFlight)
                kill++;

            using (var server = await ServerProcess.Start(_folder.FullName, settings))
            {
                using var http = Client(server.Url);
                await Prove(load, new(http, customerToken), new(http, staffToken), new(http, operatorToken));
            }
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
            {
                guard.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }

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
