using System.Net;
using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// The real process is killed while it imports books: whoever repeats the request with the same <c>Idempotency-Key</c> ends it, and is answered as if
/// nothing had happened; each book is there once.
/// </summary>
public sealed class BookImportKillTests : IDisposable
{
    private const int Rows = 600;
    private const string Import = Luna.Books + "/bulk-import";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-books-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AnImport_UnderKills_IsEndedByItsRepeat_EachBookOnce()
    {
        var isbns = new HashSet<string>();
        while (isbns.Count < Rows)
            isbns.Add(Luna.NewIsbn());
        var csv = "isbn,title,author\n" + string.Concat(isbns.Select((isbn, n) => $"{isbn},Title {n},Kill Author\n"));

        foreach (var batches in (int[])[1, 2])
        {
            using var server = await SeededProcess.Start(_folder.FullName, new Dictionary<string, string> { ["HSS_FAULT"] = $"kill-after-commit:{batches}:book" });
            using var http = Client(server.Url);
            await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await (await Luna.Librarian(http)).Post(Import, csv, ("Content-Type", "text/csv"), ("Idempotency-Key", "kill")));
        }

        using (var server = await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>()))
        {
            using var http = Client(server.Url);
            var librarian = await Luna.Librarian(http);
            var data = (await librarian.Post(Import, csv, ("Content-Type", "text/csv"), ("Idempotency-Key", "kill"))).Data(HttpStatusCode.Created);
            Assert.Equal((Rows, 0, 0), ((int)data["imported"]!, data["skipped"]!.AsArray().Count, data["failed"]!.AsArray().Count));
            Assert.Equal(Rows, (int)(await librarian.Get($"{Luna.Books}?author=kill&limit=1")).Json!["pagination"]!["total"]!);
            await WholeJournal.IsClean(await ApiClient.Operator(http));
        }
    }

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
}
