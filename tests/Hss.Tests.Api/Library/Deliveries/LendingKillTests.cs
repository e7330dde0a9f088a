using System.Collections.Concurrent;
using System.Net;
using Hss.Tests.Api.Crash;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>
/// Readers ask, call off, confirm and give back while the real process is killed again and again. Afterwards each copy that is out belongs to a
/// request, each request has its copy or its place, and what was acknowledged stands; and the two moments that only settling mends are among the kills.
/// </summary>
public sealed class LendingKillTests : IDisposable
{
    private const int Kills = 3;
    private const int Readers = 16;
    private const int Titles = 6;
    private const int MostTries = 300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-lending-");
    private readonly ConcurrentDictionary<string, string> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(ApiClient Reader, string Key, object Body)> _unanswered = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task RequestsCancelsAndConfirmations_UnderKills_OnSqlite_LeaveBooksAndRequestsAgreed() => KillAndProve([], seed: 61);

    [Fact]
    public async Task RequestsCancelsAndConfirmations_UnderKills_OnPostgres_LeaveBooksAndRequestsAgreed()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName), seed: 62);
    }

    private async Task KillAndProve(Dictionary<string, string> settings, int seed)
    {
        var random = new Random(seed);
        string[] books, tokens;
        string held, durable, patient;
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            books = await Task.WhenAll(Enumerable.Range(0, Titles).Select(i => Lending.Book(http, copies: 1 + (i % 3))));
            tokens = [.. (await Lending.Readers(http, Readers)).Select(r => r.Token!)];
            (held, durable) = (await Lending.Book(http), await Lending.Book(http));
            patient = (await Lending.Reader(http)).Token!;
        }

        var struck = await StruckRequests.Strike(_folder.FullName, settings, patient, held, durable);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = ServerProcess.Launch(_folder.FullName, new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:{random.Next(30, 110)}:book" });
            // What the server before left to do may be the commits that end it.
            if (!await server.Listens())
                continue;
            using var http = Client(server.Url);
            var librarian = await Quietly(() => Luna.Librarian(http));
            if (librarian is not null)
                await Task.WhenAll(tokens.Select((t, r) => Lend(new(http, t), librarian, $"{kill}-{r}", books, new Random((seed * 1000) + (kill * 100) + r))));
            server.Kill();
        }

        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            var operators = await ApiClient.Operator(http);
            await ProveAnswers(http);
            await Settled(http, books);
            await struck.AreSettled(http, operators);
            await NothingIsOnItsWay(operators);
            await WholeJournal.IsClean(operators);
        }

        await LendingRows.AreAgreed(_folder.FullName, settings, [.. books, held, durable]);
    }

    // Until the server is gone; or until enough was tried, so that no server is asked for ever.
    private async Task Lend(ApiClient reader, ApiClient librarian, string name, string[] books, Random random)
    {
        // What an earlier server left open is called off when the titles run out.
        if (await Quietly(() => reader.Get($"{Lending.Requests}?status=PENDING&limit=100")) is not { } mine)
            return;
        var kept = new Queue<string>(mine.Data().AsArray().Select(r => (string)r!["id"]!));
        for (var n = 0; n < MostTries; n++)
        {
            var (key, body) = ($"{name}-{n}", new { book_id = books[random.Next(books.Length)], request_location = "Reading room", wait = random.Next(3) == 0 });
            var asked = await Quietly(() => reader.Post(Lending.Requests, body, ("Idempotency-Key", key)));
            if (asked is null)
            {
                _unanswered.Add((reader, key, body));
                return;
            }

            if (asked.Status == HttpStatusCode.Created)
            {
                var request = (string)asked.Json!["data"]!["id"]!;
                _acknowledged[request] = "";
                kept.Enqueue(request);
                if (random.Next(10) >= 6 && asked.Json["data"]!["task_id"] is not null && !await Read(reader, librarian, request, body.book_id))
                    return;
            }

            if (kept.Count > 0 && random.Next(4) > 0)
            {
                var given = kept.Dequeue();
                var call = random.Next(3) == 0
                    ? (Func<Task<ApiAnswer>>)(() => librarian.Put($"{Lending.Deliveries}/{given}/cancel"))
                    : () => reader.Put($"{Lending.Requests}/{given}/cancel");
                if (!await Acknowledge(call, given, "CANCELLED"))
                    return;
            }
        }
    }

    // To the reader, and back.
    private async Task<bool> Read(ApiClient reader, ApiClient librarian, string request, string book)
    {
        if (await Quietly(() => librarian.Put($"{Lending.Deliveries}/{request}/book-placed")) is null
            || await Quietly(() => librarian.Post($"{Lending.Tasks}/{request}/status", new { status = "IN_PROGRESS" })) is null
            || !await Acknowledge(() => reader.Put($"{Lending.Requests}/{request}/complete"), request, "COMPLETED"))
        {
            return false;
        }

        var back = await Quietly(() => reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" }));
        if (back?.Status != HttpStatusCode.Created)
            return back is not null;
        var id = (string)back.Json!["data"]!["id"]!;
        return await Quietly(() => reader.Put($"{Lending.Returns}/{id}/picked-up")) is not null
            && await Quietly(() => librarian.Put($"{Lending.Returns}/{id}/confirm-receipt")) is not null;
    }

    private async Task<bool> Acknowledge(Func<Task<ApiAnswer>> call, string request, string status)
    {
        if (await Quietly(call) is not { } answer)
            return false;
        if (answer.Status == HttpStatusCode.OK)
            _acknowledged[request] = status;
        return true;
    }

    private async Task ProveAnswers(HttpClient http)
    {
        var librarian = await Luna.Librarian(http);
        foreach (var (request, status) in _acknowledged)
        {
            var now = (string?)(await librarian.Get($"{Lending.Requests}/{request}")).Data()["status"];
            Assert.True(status.Length == 0 || now == status, $"{request} is {now}, not {status}");
        }

        // A request without an answer, repeated with its key, is one request at most: it stands now, or did, or cannot be had.
        Assert.NotEmpty(_unanswered);
        foreach (var (reader, key, body) in _unanswered)
        {
            var again = new ApiClient(http, reader.Token);
            var first = await again.Post(Lending.Requests, body, ("Idempotency-Key", key));
            if (first.Status == HttpStatusCode.Conflict)
                continue;
            var second = await again.Post(Lending.Requests, body, ("Idempotency-Key", key));
            Assert.Equal(((string?)first.Data(HttpStatusCode.Created)["id"], "true"), ((string?)second.Data(HttpStatusCode.Created)["id"], second.Header("Idempotent-Replayed")));
        }
    }

    // Holds come due, effects are sent; then the titles count what the requests say.
    private static async Task Settled(HttpClient http, string[] books)
    {
        var librarian = await Luna.Librarian(http);
        await Task.WhenAll(books.Select(async book =>
        {
            using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!guard.IsCancellationRequested)
            {
                var title = (await librarian.Get($"{Luna.Books}/{book}/availability")).Data();
                var requests = await Lending.All(librarian, Lending.Requests, book);
                var returns = (await Lending.All(librarian, Lending.Returns, book)).Count(r => (string?)r["status"] == "COMPLETED");
                var open = requests.Where(r => (string?)r["status"] is "PENDING" or "APPROVED" or "IN_PROGRESS").ToList();
                var (held, had) = (open.Count(r => r["task_id"] is not null), requests.Count(r => (string?)r["status"] == "COMPLETED"));
                if ((int)title["queue_length"]! == open.Count - held && (int)title["copies"]! - (int)title["available_copies"]! == held + had - returns)
                    return;
                await Task.Delay(100, CancellationToken.None);
            }

            Assert.Fail($"The title {book} and its requests do not agree");
        }));
    }

    // Titles count a copy as taken before and after its request is completed; which of both it is they hear by an effect.
    private static async Task NothingIsOnItsWay(ApiClient operators)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await operators.Get("/api/v1/admin/effects?state=pending")).Json!["effects"]!.AsArray().Count > 0)
            await Task.Delay(100, guard.Token);
    }

    // Null when the server is gone.
    private static async Task<T?> Quietly<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
